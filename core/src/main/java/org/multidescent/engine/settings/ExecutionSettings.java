package org.multidescent.engine.settings;

/**
 * How a search is executed: no part of what a checkpoint demands, a search may go on with others.
 *
 * @param workers how many threads work
 * @param frontier which frontier, or the choice left to the engine
 * @param sharing whether idle workers help with gradients; no value depends on it
 * @param safety what is done so that nothing is lost
 */
public record ExecutionSettings(
    int workers, FrontierKind frontier, SharingMode sharing, SafetySettings safety) {}
