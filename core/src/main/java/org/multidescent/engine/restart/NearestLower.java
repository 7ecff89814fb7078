package org.multidescent.engine.restart;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps for each of many positions the distance to the nearest lower one while others are added.
 *
 * <p>Implementation note. A tree whose leaves hold a few positions that are close to each other
 * (Bentley, Multidimensional binary search trees used for associative searching, CACM 18, 1975).
 * Each node knows the box around its positions, their lowest and highest value, and their largest
 * distance to a lower one: from this it is clear whether an added position can be nearer to one of
 * them, or one of them to it. In two coordinates an added position meets some hundred of 8,000; in
 * more than {@link #MOST_DIMENSIONS} all there are, in one leaf. Distances are squared. Not
 * thread-safe.
 */
final class NearestLower {

  private static final int LEAF = 16;
  private static final int MOST_DIMENSIONS = 6;

  private final int dimension;
  private final int leaf;
  private Node root;
  private double[] distances = new double[LEAF];

  /** A part of the positions: two children, or a leaf with the positions themselves. */
  private static final class Node {
    final double[] low;
    final double[] high;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double reach = Double.NEGATIVE_INFINITY;
    PooledEntry[] entries = new PooledEntry[LEAF];
    int size;

    /** The positions of the entries: all first coordinates, all second ones, and so on. */
    final double[][] columns;

    /** What the entries know, side by side: those of a leaf are looked at for each position. */
    double[] values = new double[LEAF];

    double[] lowers = new double[LEAF];

    int axis;
    double split;
    @Nullable Node below;
    @Nullable Node above;

    Node(int dimension) {
      low = new double[dimension];
      high = new double[dimension];
      columns = new double[dimension][LEAF];
      Arrays.fill(low, Double.POSITIVE_INFINITY);
      Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }
  }

  /** Creates an index without positions. */
  NearestLower(int dimension) {
    this.dimension = dimension;
    leaf = dimension <= MOST_DIMENSIONS ? LEAF : Integer.MAX_VALUE;
    root = new Node(dimension);
  }

  /** Adds a position; sets its distance, and those of the higher ones it is nearest to. */
  void add(PooledEntry added) {
    meet(root, added);
    put(added);
  }

  /** Adds a position whose distance, and those of all others, are known. */
  void put(PooledEntry added) {
    Node node = root;
    include(node, added);
    while (node.below != null && node.above != null) {
      node = added.at[node.axis] < node.split ? node.below : node.above;
      include(node, added);
    }
    append(node, added);
    if (node.size > leaf) {
      divide(node);
    }
  }

  /** Has the index begin anew, without positions. */
  void clear() {
    root = new Node(dimension);
  }

  private static void include(Node node, PooledEntry added) {
    for (int i = 0; i < node.low.length; i++) {
      node.low[i] = Math.min(node.low[i], added.at[i]);
      node.high[i] = Math.max(node.high[i], added.at[i]);
    }
    node.least = Math.min(node.least, added.value);
    node.most = Math.max(node.most, added.value);
    node.reach = Math.max(node.reach, added.lower);
  }

  private static void append(Node node, PooledEntry added) {
    int room = node.entries.length;
    boolean full = node.size == room;
    if (full) {
      node.entries = Arrays.copyOf(node.entries, 2 * room);
      node.values = Arrays.copyOf(node.values, 2 * room);
      node.lowers = Arrays.copyOf(node.lowers, 2 * room);
    }
    for (int i = 0; i < node.columns.length; i++) {
      node.columns[i] = full ? Arrays.copyOf(node.columns[i], 2 * room) : node.columns[i];
      node.columns[i][node.size] = added.at[i];
    }
    node.values[node.size] = added.value;
    node.lowers[node.size] = added.lower;
    node.entries[node.size++] = added;
  }

  /** Makes a leaf two, unless all its positions are the same. */
  private void divide(Node node) {
    int axis = 0;
    for (int i = 1; i < dimension; i++) {
      axis = node.high[i] - node.low[i] > node.high[axis] - node.low[axis] ? i : axis;
    }
    double[] sorted = new double[node.size];
    for (int k = 0; k < node.size; k++) {
      sorted[k] = node.entries[k].at[axis];
    }
    Arrays.sort(sorted);
    double split = sorted[node.size / 2];
    split = split > sorted[0] ? split : sorted[node.size - 1];
    if (!(split > sorted[0])) {
      return;
    }
    Node below = new Node(dimension);
    Node above = new Node(dimension);
    for (int k = 0; k < node.size; k++) {
      PooledEntry entry = node.entries[k];
      Node half = entry.at[axis] < split ? below : above;
      include(half, entry);
      append(half, entry);
    }
    node.axis = axis;
    node.split = split;
    node.below = below;
    node.above = above;
    node.entries = new PooledEntry[0];
    node.values = new double[0];
    node.lowers = new double[0];
    Arrays.fill(node.columns, new double[0]);
    node.size = 0;
  }

  /** Compares an added position with those of a node that it may matter to. */
  private void meet(Node node, PooledEntry added) {
    Node below = node.below;
    Node above = node.above;
    if (below == null || above == null) {
      compare(node, added);
      return;
    }
    boolean isBelow = added.at[node.axis] < node.split;
    meetIfNear(isBelow ? below : above, added);
    meetIfNear(isBelow ? above : below, added);
    node.reach = Math.max(below.reach, above.reach);
  }

  private void meetIfNear(Node node, PooledEntry added) {
    double limit = Double.NEGATIVE_INFINITY;
    if (node.least <= added.value) {
      limit = added.lower;
    }
    if (node.most > added.value) {
      limit = Math.max(limit, node.reach);
    }
    if (distance(node, added.at, limit) < limit) {
      meet(node, added);
    }
  }

  private void compare(Node node, PooledEntry added) {
    int size = node.size;
    if (distances.length < size) {
      distances = new double[node.entries.length];
    }
    double[] sums = distances;
    Arrays.fill(sums, 0, size, 0);
    for (int i = 0; i < dimension; i++) {
      addSquares(sums, node.columns[i], added.at[i], size);
    }
    double[] values = node.values;
    double[] lowers = node.lowers;
    double value = added.value;
    double nearest = added.lower;
    double reach = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      double distance = sums[k];
      if (values[k] <= value) {
        nearest = distance < nearest ? distance : nearest;
      } else if (distance < lowers[k]) {
        lowers[k] = distance;
        node.entries[k].lower = distance;
      }
      reach = lowers[k] > reach ? lowers[k] : reach;
    }
    added.lower = nearest;
    node.reach = reach;
  }

  /** The costly loop: over the same entries of two arrays, which the compiler vectorises. */
  private static void addSquares(double[] sums, double[] column, double at, int size) {
    for (int k = 0; k < size; k++) {
      double move = column[k] - at;
      sums[k] += move * move;
    }
  }

  /**
   * Returns the squared distance of the nearest position in a node's box, which rounding does not
   * make larger; or the limit if it is not below that.
   */
  private static double distance(Node node, double[] v, double limit) {
    double sum = 0;
    for (int i = 0; i < v.length && sum < limit; i++) {
      double gap = Math.max(0, Math.max(node.low[i] - v[i], v[i] - node.high[i]));
      sum += gap * gap;
    }
    return Math.min(sum, limit);
  }
}
