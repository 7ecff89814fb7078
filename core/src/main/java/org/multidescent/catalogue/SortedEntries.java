package org.multidescent.catalogue;

import java.util.Arrays;

/** Entries in ascending order of a key, then of their id; keys apart, for a fast binary search. */
public final class SortedEntries {

  private double[] keys = new double[16];
  private CatalogueEntry[] entries = new CatalogueEntry[16];
  private int size;

  public int size() {
    return size;
  }

  public CatalogueEntry entry(int rank) {
    return entries[rank];
  }

  public double key(int rank) {
    return keys[rank];
  }

  /** Returns the lowest rank whose key is at least this one; the size if there is none. */
  public int firstAtLeast(double key) {
    return rank(key, -1);
  }

  /** Inserts an entry and returns its rank. */
  public int insert(double key, CatalogueEntry entry) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      entries = Arrays.copyOf(entries, 2 * size);
    }
    int rank = rank(key, entry.id);
    System.arraycopy(keys, rank, keys, rank + 1, size - rank);
    System.arraycopy(entries, rank, entries, rank + 1, size - rank);
    keys[rank] = key;
    entries[rank] = entry;
    size++;
    return rank;
  }

  /** Removes an entry by the key it was inserted with and returns its rank. */
  public int remove(double key, CatalogueEntry entry) {
    int rank = rank(key, entry.id);
    if (rank == size || entries[rank] != entry) {
      throw new IllegalStateException("entry " + entry.id + " is not at key " + key);
    }
    size--;
    System.arraycopy(keys, rank + 1, keys, rank, size - rank);
    System.arraycopy(entries, rank + 1, entries, rank, size - rank);
    return rank;
  }

  private int rank(double key, long id) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] < key || keys[middle] == key && entries[middle].id < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
