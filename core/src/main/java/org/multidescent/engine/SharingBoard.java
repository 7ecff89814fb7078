package org.multidescent.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.budget.BestSource;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.evaluation.SharedEvaluations;

/**
 * Where workers post evaluations they would share, and workers without a point look for them.
 *
 * <p>Who has no point signs in before it looks; who posts wakes those signed in afterwards: so
 * either the idle worker sees the post, or it is woken. As long as nobody is signed in a gradient
 * costs one opaque read.
 */
final class SharingBoard {

  /**
   * Evaluations that were posted.
   *
   * @param evaluations the evaluations
   * @param descent the descent they are for
   */
  record Post(SharedEvaluations evaluations, BestSource.Descent descent) {}

  private final SharingMode splitting;
  private final AtomicInteger idle = new AtomicInteger();
  private final AtomicReferenceArray<@Nullable Thread> threads;
  private final AtomicReferenceArray<@Nullable Post> posts;

  public SharingBoard(int workers, SharingMode splitting) {
    this.splitting = workers > 1 ? splitting : SharingMode.NEVER;
    this.threads = new AtomicReferenceArray<>(workers);
    this.posts = new AtomicReferenceArray<>(workers);
  }

  public SharingMode splitting() {
    return splitting;
  }

  public boolean isAnyoneIdle() {
    return idle.getOpaque() > 0;
  }

  /** Records that the calling thread has no point, though it may be helping. */
  public void signIn(int worker) {
    threads.set(worker, Thread.currentThread());
    idle.incrementAndGet();
  }

  public void signOut(int worker) {
    idle.decrementAndGet();
    threads.set(worker, null);
  }

  /** Shows a split to everyone, and wakes as many idle workers as it has evaluations left. */
  public void post(int worker, Post post) {
    posts.set(worker, post);
    int wanted = post.evaluations().remaining();
    for (int i = 0; i < threads.length() && wanted > 0; i++) {
      Thread thread = threads.get(i);
      if (thread != null) {
        LockSupport.unpark(thread);
        wanted--;
      }
    }
  }

  public void remove(int worker) {
    posts.setRelease(worker, null);
  }

  /** Returns a split with evaluations left to claim, looking first behind one's own place. */
  @Nullable
  public Post find(int worker) {
    int count = posts.length();
    for (int k = 1; k < count; k++) {
      Post post = posts.get((worker + k) % count);
      if (post != null && post.evaluations().remaining() > 0) {
        return post;
      }
    }
    return null;
  }
}
