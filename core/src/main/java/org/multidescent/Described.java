package org.multidescent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;

/** Says in one line what a search is to do: the problem's shape, the budget, and what was set. */
final class Described {

  private final List<String> parts = new ArrayList<>();

  private Described() {}

  static String of(Problem problem, Budget budget, ChosenPath path, ChosenExecution execution) {
    ChosenPath plain = new ChosenPath(problem);
    ChosenExecution usual = new ChosenExecution();
    Described text = new Described();
    text.parts.add(problem.dimension() + " coordinates");
    text.add("seed", path.seed, plain.seed);
    text.add("workers", execution.workers, usual.workers);
    text.parts.add("budget " + text(budget));
    text.add("initialStarts", path.initialStarts, plain.initialStarts);
    text.addRule("starts", path.starts, plain.starts);
    text.addRule("descent", path.descent, plain.descent);
    text.flag("ownCoordinates", !path.unitBox);
    text.addRule("restart", path.restart(), plain.restart());
    text.add("coarseShare", path.coarseShare, plain.coarseShare);
    text.add("slice", path.slice, plain.slice);
    text.add("reproducible lanes", path.lanes, plain.lanes);
    text.add("frontier", execution.frontier, usual.frontier);
    text.add("shareEvaluations", execution.sharing, usual.sharing);
    text.add("failures", execution.failures, usual.failures);
    text.flag("clockAfterFirstCall", execution.lateClock);
    if (execution.checkpointFile != null) {
      text.parts.add(
          "checkpoint " + execution.checkpointFile + " every " + text(execution.checkpointEvery));
    }
    if (execution.resumed != null) {
      text.parts.add(
          String.format(
              Locale.ROOT,
              "resumed after %,d evaluations, %s",
              execution.resumed.counts().evaluations(),
              text(Duration.ofNanos(execution.resumed.elapsedNanos()))));
    }
    return "Search[" + String.join(", ", text.parts) + "]";
  }

  private void add(String name, Object value, Object usual) {
    if (!Objects.equals(value, usual)) {
      parts.add(name + " " + value);
    }
  }

  /** A part is one of many rules, told by its class: the usual one has the usual one's text. */
  private void addRule(String name, Object value, Object usual) {
    String text = plain(value);
    if (!text.equals(plain(usual))) {
      parts.add(name + " " + text);
    }
  }

  private static String plain(Object part) {
    String text = part instanceof Record ? part.toString() : part.getClass().getSimpleName();
    return text.replaceAll("@\\p{XDigit}+", "").replaceAll("org\\.multidescent\\.\\w+\\.", "");
  }

  private void flag(String name, boolean set) {
    if (set) {
      parts.add(name);
    }
  }

  private static String text(Budget budget) {
    List<String> limits = new ArrayList<>();
    if (budget.target() > Double.NEGATIVE_INFINITY) {
      limits.add("target " + budget.target());
    }
    limit(limits, budget.evaluations(), "evaluations");
    limit(limits, budget.steps(), "steps");
    limit(limits, budget.stalls(), "stalls");
    if (budget.time().compareTo(Budget.FOREVER) < 0) {
      limits.add(text(budget.time()));
    }
    return limits.isEmpty() ? "unlimited" : String.join(" or ", limits);
  }

  private static void limit(List<String> limits, long limit, String unit) {
    if (limit < Long.MAX_VALUE) {
      limits.add(String.format(Locale.ROOT, "%,d %s", limit, unit));
    }
  }

  /** Writes a duration as hours, minutes and seconds, such as 8h or 1m30.5s. */
  private static String text(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
