package org.multidescent.bench.contender;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.multidescent.Search;

/** All contenders, by their short names. */
public final class Contenders {

  private static final Map<String, Contender> ALL = all();

  private Contenders() {}

  /**
   * Returns a contender.
   *
   * @param name its short name
   * @return the contender
   * @throws IllegalArgumentException if there is none of that name; the message lists all
   */
  public static Contender named(String name) {
    Contender contender = ALL.get(name);
    if (contender == null) {
      throw new IllegalArgumentException(
          "contender: " + name + " (expected: one of " + String.join(", ", ALL.keySet()) + ")");
    }
    return contender;
  }

  /**
   * Returns all short names.
   *
   * @return the names, in the order of the documentation
   */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * Returns the default search with other settings.
   *
   * @param name what tables call it
   * @param settings changes the search; seed, workers and budget are set afterwards
   * @return the contender
   */
  public static Contender search(String name, UnaryOperator<Search> settings) {
    return SearchContender.defaults(name, settings);
  }

  private static Map<String, Contender> all() {
    Map<String, Contender> all = new LinkedHashMap<>();
    plain(all, "", Style.ARTICLE);
    add(all, SearchContender.article("article", Function.identity()));
    add(all, SearchContender.defaults("search", Function.identity()));
    rivals(all);
    Style.named().forEach((suffix, style) -> plain(all, "-" + suffix, style));
    Style.named().forEach((suffix, style) -> searches(all, "-" + suffix, style));
    return all;
  }

  private static void plain(Map<String, Contender> all, String suffix, Style style) {
    add(all, new SingleDescent("single" + suffix, style));
    add(all, new IndependentDescents("independent" + suffix, style));
    add(all, new SortedDescents("sorted" + suffix, style));
  }

  private static void rivals(Map<String, Contender> all) {
    add(all, new RandomSearch("random"));
    add(all, new RestartedOptimizer("hipparchus-ncg", new ConjugateGradients()));
    add(all, new HipparchusSqp("hipparchus-sqp"));
    add(all, new PenaltyDescents("penalty-lbfgs", Style.LBFGS));
    add(all, new RestartedOptimizer("nelder-mead", new NelderMead()));
    add(all, new RestartedOptimizer("bobyqa", new Bobyqa()));
    add(all, new RestartedOptimizer("cmaes-ipop", new Ipop(false)));
    add(all, new RestartedOptimizer("acmaes-ipop", new Ipop(true)));
    add(all, new Multistart("multistart"));
    add(all, TikTak.quick("tiktak"));
    add(all, TikTak.published("tiktak-700"));
    add(all, Mlsl.published("mlsl"));
    add(all, Mlsl.nlopt("mlsl-nlopt"));
  }

  private static void searches(Map<String, Contender> all, String suffix, Style style) {
    Function<Search, Search> change = search -> search.descent(style.descent());
    add(all, SearchContender.defaults("search" + suffix, change));
  }

  private static void add(Map<String, Contender> all, Contender contender) {
    all.put(contender.name(), contender);
  }
}
