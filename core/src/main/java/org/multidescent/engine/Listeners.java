package org.multidescent.engine;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Optimum;
import org.multidescent.report.Progress;

/**
 * Who is told what while a search runs.
 *
 * @param interval time between two reports of progress
 * @param progress takes them; null for nobody
 * @param optimum takes each new local optimum; null for nobody
 */
public record Listeners(
    Duration interval,
    @Nullable Consumer<? super Progress> progress,
    @Nullable Consumer<? super Optimum> optimum) {}
