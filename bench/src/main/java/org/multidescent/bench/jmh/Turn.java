package org.multidescent.bench.jmh;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A worker's turn at a priority structure: it gives its point back and goes on with the best. */
class Turn {

  private final Consumer<Token> offer;
  private final Supplier<@Nullable Token> poll;

  Turn(Consumer<Token> offer, Supplier<@Nullable Token> poll) {
    this.offer = offer;
    this.poll = poll;
  }

  final void offer(Token token) {
    offer.accept(token);
  }

  final Token poll() {
    Token token = poll.get();
    if (token == null) {
      throw new IllegalStateException("nothing to take (expected: more points than threads)");
    }
    return token;
  }

  /** Returns the point to go on with. */
  Token next(Token held) {
    offer(held);
    return poll();
  }
}
