package org.multidescent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Fault;
import org.multidescent.report.Origin;
import org.multidescent.restart.Next;
import org.multidescent.restart.Outcome;
import org.multidescent.restart.Perturbation;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.restart.SearchView;
import org.multidescent.start.Starts;

/**
 * A problem on the unit square that fails in one way and in one phase of a search, and scribbles on
 * every argument. The phase is told by the position: starts are known, hops lie on a line, finite
 * differences share a coordinate with an earlier call. Under a constraint that is what fails.
 */
final class Saboteur implements Posed.Spoiler {

  static final int POOL = 20;

  private static final double HOP_LINE = 0.7123456789;
  private static final int KNOWN_STARTS = 2000;
  private static final int PERIOD = 3;
  private static final int HANGS = 2;

  /** What goes wrong. */
  enum Kind {
    NAN(Fault.Kind.NAN, Double.NaN),
    PLUS_INFINITY(Fault.Kind.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
    MINUS_INFINITY(Fault.Kind.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
    EXCEPTION(Fault.Kind.EXCEPTION, 0),
    ERROR(Fault.Kind.ERROR, 0),
    HANG(Fault.Kind.TIMEOUT, 0);

    private final Fault.Kind reported;
    private final double value;

    Kind(Fault.Kind reported, double value) {
      this.reported = reported;
      this.value = value;
    }

    Fault.Kind reported(Phase phase) {
      return phase == Phase.GRADIENT && value != 0 ? Fault.Kind.GRADIENT : reported;
    }
  }

  /** Where it goes wrong. */
  enum Phase {
    START,
    FRESH_START,
    HOP,
    GRADIENT,
    DIFFERENCE,
    LINE_SEARCH
  }

  /** What it throws. */
  static final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String toString() {
      throw new IllegalStateException("not even this");
    }
  }

  /** What it throws at the worst. */
  static final class Failure extends Error {
    private static final long serialVersionUID = 1;
  }

  private final Kind kind;
  private final Phase phase;
  private final Posed posed;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong faults = new AtomicLong();
  private final CountDownLatch release = new CountDownLatch(1);
  private final Set<Integer> first = new HashSet<>();
  private final Set<Integer> fresh = new HashSet<>();
  private final Set<Double> coordinates = ConcurrentHashMap.newKeySet();

  Saboteur(Kind kind, Phase phase) {
    this(kind, phase, Posed.FREE);
  }

  /** A saboteur of the constraint, where there is one. */
  Saboteur(Kind kind, Phase phase, Posed posed) {
    this.kind = kind;
    this.phase = phase;
    this.posed = posed;
    double[] start = new double[2];
    for (int index = 0; index < KNOWN_STARTS; index++) {
      Starts.uniform().fill(0, index, box(), start);
      (index < POOL ? first : fresh).add(Arrays.hashCode(start));
    }
  }

  /** The search to spoil, seen by a witness. */
  Search search(Witness witness) {
    Problem free = Problem.withGradient(this::value, this::valueAndGradient, box());
    Problem problem = posed.pose(free, this).decorated(Scribbler::new);
    return Search.of(witness.watch(phase == Phase.DIFFERENCE ? problem.withoutGradient() : problem))
        .starts(Starts.uniform())
        .initialStarts(POOL)
        .coarseShare(0)
        .restart(new LineRestart());
  }

  long faults() {
    return faults.get();
  }

  /** Lets all hanging calls return. */
  void release() {
    release.countDown();
  }

  private static Box box() {
    return Box.cube(0, 1, 2);
  }

  private double value(double[] x) {
    double sum = posed.isConstrained() ? 0 : spoilt(x);
    for (double xi : x) {
      double y = 6 * xi - 2;
      sum += y * y - 2 * Math.cos(5 * y);
    }
    return sum;
  }

  private double valueAndGradient(double[] x, double[] gradient) {
    double spoilt = posed.isConstrained() ? 0 : derivative(x);
    for (int i = 0; i < x.length; i++) {
      double y = 6 * x[i] - 2;
      gradient[i] = spoilt + 6 * (2 * y + 10 * Math.sin(5 * y));
    }
    return 0;
  }

  private double spoilt(double[] x) {
    return phaseOf(x) == phase && isDue() ? fail() : 0;
  }

  @Override
  public double constraint(double[] x) {
    return spoilt(x);
  }

  @Override
  public double derivative(double[] x) {
    return phase == Phase.GRADIENT && isDue() ? fail() : 0;
  }

  private Phase phaseOf(double[] x) {
    int hash = Arrays.hashCode(x);
    boolean known = !coordinates.add(x[0]) | !coordinates.add(x[1]);
    if (first.contains(hash)) {
      return Phase.START;
    }
    if (fresh.contains(hash)) {
      return Phase.FRESH_START;
    }
    if (x[1] == HOP_LINE) {
      return Phase.HOP;
    }
    return known ? Phase.DIFFERENCE : Phase.LINE_SEARCH;
  }

  private boolean isDue() {
    boolean due = calls.getAndIncrement() % PERIOD == PERIOD - 1;
    return due && (kind != Kind.HANG || faults.get() < HANGS);
  }

  private double fail() {
    faults.incrementAndGet();
    switch (kind) {
      case EXCEPTION -> throw new Trouble();
      case ERROR -> throw new Failure();
      case HANG -> await(release);
      default -> {}
    }
    return kind.value;
  }

  static void await(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        latch.await();
        open = true;
      } catch (InterruptedException early) {
        Thread.interrupted();
      }
    }
  }

  /** Fresh starts and hops onto the line in turn. */
  private static final class LineRestart implements RestartStrategy {

    @Override
    public Session open(int dimension) {
      return new Session() {
        private int turn;

        @Override
        public Next next(Outcome outcome, SearchView outlook) {
          return turn++ % 2 == 0 ? new Next.Fresh(1) : new Next.Perturb(new LineHop());
        }
      };
    }
  }

  private static final class LineHop implements Perturbation {

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return new Origin.Perturbation("line", place);
    }

    @Override
    public long source() {
      return 0;
    }

    @Override
    public int candidates() {
      return 2;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      u[0] = random.nextDouble();
      u[1] = HOP_LINE;
    }
  }

  /** Overwrites every argument after the call. */
  private record Scribbler(Evaluator evaluator) implements Evaluator {

    @Override
    public double value(double[] x) {
      double value = evaluator.value(x);
      Arrays.fill(x, Double.NaN);
      return value;
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
      double value = evaluator.valueAndGradient(x, gradient);
      Arrays.fill(x, Double.NaN);
      return value;
    }

    @Override
    public void values(double[] positions, int count, double[] values) {
      evaluator.values(positions, count, values);
      Arrays.fill(positions, Double.NaN);
    }

    @Override
    public void constraints(double[] x, double[] constraints) {
      evaluator.constraints(x, constraints);
      Arrays.fill(x, Double.NaN);
    }

    @Override
    public double valueAndConstraints(double[] x, double[] constraints) {
      double value = evaluator.valueAndConstraints(x, constraints);
      Arrays.fill(x, Double.NaN);
      return value;
    }

    @Override
    public void constraintJacobian(double[] x, double[] rows) {
      evaluator.constraintJacobian(x, rows);
      Arrays.fill(x, Double.NaN);
    }

    @Override
    public double valueAndDerivatives(
        double[] x, double[] gradient, double[] constraints, double[] jacobian) {
      double value = evaluator.valueAndDerivatives(x, gradient, constraints, jacobian);
      Arrays.fill(x, Double.NaN);
      return value;
    }

    @Override
    public double residuals(double[] x, double[] residuals) {
      double value = evaluator.residuals(x, residuals);
      Arrays.fill(x, Double.NaN);
      return value;
    }

    @Override
    public void jacobian(double[] x, double[] derivatives) {
      evaluator.jacobian(x, derivatives);
      Arrays.fill(x, Double.NaN);
    }
  }
}
