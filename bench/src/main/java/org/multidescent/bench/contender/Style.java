package org.multidescent.bench.contender;

import java.util.LinkedHashMap;
import java.util.Map;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Problem;

/**
 * How descents go: their rules and the coordinates they work in.
 *
 * @param descent the rules
 * @param unitBox whether lengths are fractions of the box, not in the problem's own units
 */
record Style(Descent descent, boolean unitBox) {

  private static final double ARTICLE_DT = 0.01;
  private static final double ARTICLE_DELTA = 0.001;
  private static final int ARTICLE_TRACE = 20;
  private static final double RATE = 0.01;

  /** The article's: Euler steps of fixed length in the problem's own coordinates. */
  static final Style ARTICLE =
      new Style(
          new Descent(
              StepRule.euler(ARTICLE_DT),
              StallRule.positions(ARTICLE_TRACE, ARTICLE_DT),
              Differences.article(ARTICLE_DELTA)),
          false);

  /** Limited-memory BFGS, which other methods with a local method of their choice get as well. */
  static final Style LBFGS = standard(StepRule.lbfgs());

  /** The styles that can be asked for, by the suffix of a contender's name. */
  static Map<String, Style> named() {
    Map<String, Style> styles = new LinkedHashMap<>();
    styles.put("lbfgs", LBFGS);
    styles.put("bfgs", standard(StepRule.bfgs()));
    styles.put("spectral", standard(StepRule.spectral()));
    styles.put("adam", standard(StepRule.adam(RATE)));
    return styles;
  }

  WorkingCoordinates scaling(Problem problem) {
    return unitBox ? WorkingCoordinates.unitBox(problem) : WorkingCoordinates.none(problem);
  }

  private static Style standard(StepRule steps) {
    return new Style(new Descent(steps, StallRule.standard(), Differences.adaptive()), true);
  }
}
