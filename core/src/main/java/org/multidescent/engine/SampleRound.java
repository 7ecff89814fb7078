package org.multidescent.engine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.multidescent.engine.restart.SampleNames;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.problem.Evaluator;
import org.multidescent.random.Mix;
import org.multidescent.report.Estimate;

/** Evaluations of some positions, each as often as the others, that workers share. */
final class SampleRound {

  private static final int BATCH = 256;

  private final SearchSettings settings;
  private final List<Candidate> candidates;
  private final int each;
  private final long key;
  private final double[] values;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger completed = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();

  SampleRound(SearchSettings settings, List<Candidate> candidates, int each, long number) {
    this.key = SampleNames.ofRound(settings.path().seed(), number);
    this.settings = settings;
    this.candidates = candidates;
    this.each = each;
    this.values = new double[each * candidates.size()];
  }

  int each() {
    return each;
  }

  /** Makes an evaluation, or a batch of them; returns whether there was one to make. */
  boolean work(Evaluator evaluator, AtomicLong evaluations) {
    int count = settings.problem().isBatch() ? BATCH : 1;
    int first = next.get() < values.length ? next.getAndAdd(count) : values.length;
    if (first >= values.length) {
      return false;
    }
    count = Math.min(count, values.length - first);
    evaluations.addAndGet(count);
    evaluate(evaluator, first, count);
    completed.addAndGet(count);
    return true;
  }

  private void evaluate(Evaluator evaluator, int first, int count) {
    int dimension = settings.path().coordinates().dimension();
    double[] positions = new double[count * dimension];
    for (int k = 0; k < count; k++) {
      double[] u = candidates.get((first + k) % candidates.size()).u();
      settings.path().coordinates().toProblem(u, 0, positions, k * dimension);
    }
    double[] seen = new double[count];
    try {
      evaluator.sample(Mix.at(key, first));
      evaluator.values(positions, count, seen);
    } catch (Throwable failed) {
      Arrays.fill(seen, Double.NaN);
    }
    System.arraycopy(seen, 0, values, first, count);
  }

  boolean isComplete() {
    return completed.get() == values.length;
  }

  /** Tells one caller that it is the one to go on. */
  boolean claimsEnd() {
    return ended.compareAndSet(false, true);
  }

  /** Returns the estimate of a candidate from its values here; what is not a number is left out. */
  Estimate estimate(int candidate) {
    double[] own = new double[each];
    int count = 0;
    for (int k = 0; k < each; k++) {
      double value = values[k * candidates.size() + candidate];
      if (Double.isFinite(value)) {
        own[count++] = value;
      }
    }
    return count == 0 ? Estimate.single(Double.POSITIVE_INFINITY) : Estimate.of(own, count);
  }
}
