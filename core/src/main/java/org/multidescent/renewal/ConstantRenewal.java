package org.multidescent.renewal;

/** Decides the same whatever has happened. */
record ConstantRenewal(Next constant) implements Renewal {

  @Override
  public Session open(int dimension) {
    return (outcome, outlook) -> constant;
  }
}
