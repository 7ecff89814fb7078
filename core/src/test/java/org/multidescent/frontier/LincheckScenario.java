package org.multidescent.frontier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jetbrains.lincheck.datastructures.Validate;

/** The operations that Lincheck combines. */
final class LincheckScenario {

  private static final int WORKERS = 2;

  private LincheckScenario() {}

  /** On the exact frontier: an operation's result is what it took. */
  @Param(name = "value", gen = IntGen.class, conf = "1:3")
  @Param(name = "thread", gen = ThreadIdGen.class)
  public static class Locked {

    private final Frontier<String> frontier = Frontier.locked(WORKERS);

    @Operation(params = {"thread", "value"})
    public void offer(int thread, int value) {
      access(thread).offer(value, "point " + value);
    }

    @Operation(params = {"thread", "value"})
    public void offerStart(int thread, int value) {
      access(thread).offerStart(value, value);
    }

    @Operation(params = "thread")
    public String poll(int thread) {
      return access(thread).poll() ? taken(thread) : "nothing";
    }

    @Operation(params = {"thread", "value"})
    public String exchange(int thread, int value) {
      return access(thread).exchange(value, "point " + value) ? taken(thread) : "kept";
    }

    private String taken(int thread) {
      String point = access(thread).point();
      return point == null ? "start " + access(thread).start() : point;
    }

    private Frontier.Access<String> access(int thread) {
      return frontier.access(thread % WORKERS);
    }
  }

  /** On the relaxed frontier: what came in is what came out and what is left. */
  @Param(name = "value", gen = IntGen.class, conf = "1:3")
  @Param(name = "thread", gen = ThreadIdGen.class)
  public static class Relaxed {

    private final Frontier<Integer> frontier = Frontier.relaxed(WORKERS, 1, 42);
    private final List<List<Integer>> in = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<List<Integer>> out = List.of(new ArrayList<>(), new ArrayList<>());

    @Operation(params = {"thread", "value"})
    public void offer(int thread, int value) {
      access(thread).offer(value, register(thread));
    }

    @Operation(params = {"thread", "value"})
    public void offerStart(int thread, int value) {
      access(thread).offerStart(value, register(thread));
    }

    @Operation(params = "thread")
    public void poll(int thread) {
      if (access(thread).poll()) {
        take(thread);
      }
    }

    @Operation(params = {"thread", "value"})
    public void exchange(int thread, int value) {
      int id = register(thread);
      if (!access(thread).exchange(value, id)) {
        in.get(thread % WORKERS).remove((Integer) id);
      } else if (access(thread).value() < value) {
        take(thread);
      }
    }

    @Validate
    public void isConserved() {
      List<Integer> offered = new ArrayList<>();
      in.forEach(offered::addAll);
      List<Integer> found = new ArrayList<>();
      out.forEach(found::addAll);
      frontier.forEachCold((value, start) -> found.add(start));
      frontier.forEachLive((value, id) -> found.add(id));
      Collections.sort(offered);
      Collections.sort(found);
      if (!offered.equals(found)) {
        throw new IllegalStateException("offered " + offered + ", found " + found);
      }
    }

    private int register(int thread) {
      List<Integer> mine = in.get(thread % WORKERS);
      int id = 100 * (thread % WORKERS) + mine.size();
      mine.add(id);
      return id;
    }

    private void take(int thread) {
      Integer id = access(thread).point();
      out.get(thread % WORKERS).add(id == null ? access(thread).start() : id);
    }

    private Frontier.Access<Integer> access(int thread) {
      return frontier.access(thread % WORKERS);
    }
  }
}
