package org.multidescent.bench.jmh;

/** A point that is nothing but its value. */
final class Token {

  final int id;
  double value;

  Token(int id, double value) {
    this.id = id;
    this.value = value;
  }
}
