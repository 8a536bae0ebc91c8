package io.lifeboat.junit.experiment;

/**
 * Which test an experiment belongs to.
 *
 * @param id unique in the run, usable as a relative path
 * @param displayName what a reader calls it
 * @param testClass fully qualified
 * @param testMethod name of the method
 * @param replay the command that runs it again
 */
public record TestIdentity(String id, String displayName, String testClass, String testMethod, String replay) {}
