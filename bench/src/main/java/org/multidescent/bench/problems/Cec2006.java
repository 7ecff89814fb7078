package org.multidescent.bench.problems;

import java.util.ArrayList;
import java.util.List;
import org.multidescent.function.ConstrainedObjective;
import org.multidescent.problem.Box;

/**
 * The problems g01 to g24 of the CEC 2006 special session on constrained real-parameter
 * optimization (Liang, Runarsson, Mezura-Montes, Clerc, Suganthan, Coello Coello and Deb,
 * <cite>Problem Definitions and Evaluation Criteria</cite>, Nanyang Technological University,
 * 2006). The minima are the best values known with equalities met within 0.0001; g20 has no
 * feasible position.
 */
public final class Cec2006 {

  /** Within how much equalities count as met. */
  public static final double EQUALITY_TOLERANCE = 1e-4;

  private Cec2006() {}

  /**
   * Returns the problems.
   *
   * @return g01 to g24, in this order
   */
  public static List<ConstrainedProblem> all() {
    Builder problems = new Builder();
    problems.add(9, 0, Cec2006Inequalities::g01);
    problems.add(2, 0, Cec2006Inequalities::g02);
    problems.add(0, 1, Cec2006Equalities::g03);
    problems.add(6, 0, Cec2006Inequalities::g04);
    problems.add(2, 3, Cec2006Equalities::g05);
    problems.add(2, 0, Cec2006Inequalities::g06);
    problems.add(8, 0, Cec2006Inequalities::g07);
    problems.add(2, 0, Cec2006Inequalities::g08);
    problems.add(4, 0, Cec2006Inequalities::g09);
    problems.add(6, 0, Cec2006Inequalities::g10);
    problems.add(0, 1, Cec2006Equalities::g11);
    problems.add(1, 0, Cec2006Inequalities::g12);
    problems.add(0, 3, Cec2006Equalities::g13);
    problems.add(0, 3, Cec2006Equalities::g14);
    problems.add(0, 2, Cec2006Equalities::g15);
    problems.add(38, 0, Cec2006Plant::g16);
    problems.add(0, 4, Cec2006Equalities::g17);
    problems.add(13, 0, Cec2006Inequalities::g18);
    problems.add(5, 0, Cec2006Dual::g19);
    problems.add(6, 14, Cec2006Mixture::g20);
    problems.add(1, 5, Cec2006Equalities::g21);
    problems.add(1, 19, Cec2006Equalities::g22);
    problems.add(2, 4, Cec2006Equalities::g23);
    problems.add(2, 0, Cec2006Inequalities::g24);
    return List.copyOf(problems.list);
  }

  /** Gives each problem its number, and the numbers of the table. */
  private static final class Builder {

    private final Table table = Table.read("cec2006.txt");
    private final List<ConstrainedProblem> list = new ArrayList<>();

    void add(int inequalities, int equalities, ConstrainedObjective objective) {
      String name = "g%02d".formatted(list.size() + 1);
      list.add(
          new ConstrainedProblem(
              name,
              Box.of(table.field(name + ".lower"), table.field(name + ".upper")),
              inequalities,
              equalities,
              objective,
              table.field(name + ".minimum")[0],
              table.field(name + ".minimiser")));
    }
  }
}
