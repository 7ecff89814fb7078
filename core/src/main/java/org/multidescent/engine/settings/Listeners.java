package org.multidescent.engine.settings;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Optimum;
import org.multidescent.report.Probe;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * Who is told what while a search runs.
 *
 * @param interval time between two reports of progress
 * @param progress takes them; null for nobody
 * @param optimum takes each new local optimum; null for nobody
 * @param best takes each new best value; null for nobody
 * @param probes gives each worker, counted from 0, its probe; null for none
 */
public record Listeners(
    Duration interval,
    @Nullable Consumer<? super Progress> progress,
    @Nullable Consumer<? super Optimum> optimum,
    @Nullable Consumer<? super Result.Best> best,
    @Nullable IntFunction<? extends Probe> probes) {}
