package org.multidescent.checkpoint;

import java.util.List;

/**
 * What had been given out and was not done: to be done first when the search goes on.
 *
 * @param starts the indices of starts that were drawn and not evaluated, ascending
 * @param hops hops whose candidates were not evaluated, of a free-running search
 * @param tasks the tasks of a reproducible search: those under way in their order, then those that
 *     wait in theirs, then the lanes that have none
 */
public record Unfinished(long[] starts, List<SavedHop> hops, List<SavedTask> tasks) {

  void write(Encoder out) {
    out.putLongs(starts);
    out.putList(hops, SavedHop::write);
    out.putList(tasks, SavedTask::write);
  }

  static Unfinished read(Decoder in) {
    return new Unfinished(in.getLongs(), in.getList(SavedHop::read), in.getList(SavedTask::read));
  }
}
