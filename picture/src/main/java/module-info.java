/**
 * Pictures of a search's result, as one page of HTML.
 *
 * <p>Begin with {@link org.multidescent.picture.ResultPage}.
 */
module org.multidescent.picture {
  requires transitive org.multidescent;
  requires static org.jspecify;

  exports org.multidescent.picture;
}
