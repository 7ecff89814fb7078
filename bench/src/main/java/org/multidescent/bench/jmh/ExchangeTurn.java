package org.multidescent.bench.jmh;

import org.multidescent.frontier.Frontier;

/** A turn in which the point is kept unless a better one is to be seen. */
final class ExchangeTurn extends Turn {

  private final Frontier.Access<Token> access;

  ExchangeTurn(Frontier.Access<Token> access) {
    super(token -> access.offer(token.value, token), () -> access.poll() ? access.point() : null);
    this.access = access;
  }

  @Override
  Token next(Token held) {
    if (!access.exchange(held.value, held)) {
      return held;
    }
    Token taken = access.point();
    if (taken == null) {
      throw new IllegalStateException("a cold start (expected: points only)");
    }
    return taken;
  }
}
