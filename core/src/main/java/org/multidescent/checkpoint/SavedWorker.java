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
public record SavedWorker(long[] starts, List<SavedPerturbation> hops, List<SavedTask> tasks) {

  void write(Encoder out) {
    out.putLongs(starts);
    out.putList(hops, SavedPerturbation::write);
    out.putList(tasks, SavedTask::write);
  }

  static SavedWorker read(Decoder in) {
    return new SavedWorker(
        in.getLongs(), in.getList(SavedPerturbation::read), in.getList(SavedTask::read));
  }
}
