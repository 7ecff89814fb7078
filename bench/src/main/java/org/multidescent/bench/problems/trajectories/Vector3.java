package org.multidescent.bench.problems.trajectories;

/**
 * A vector of three-dimensional space.
 *
 * @param x along the first axis
 * @param y along the second
 * @param z along the third
 */
record Vector3(double x, double y, double z) {

  Vector3 plus(double factor, Vector3 other) {
    return new Vector3(x + factor * other.x, y + factor * other.y, z + factor * other.z);
  }

  Vector3 minus(Vector3 other) {
    return plus(-1, other);
  }

  Vector3 times(double factor) {
    return new Vector3(factor * x, factor * y, factor * z);
  }

  double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vector3 unit() {
    return times(1 / length());
  }
}
