package org.binnacle.kernel;

/// What came of a piece of work that may fail without ending its caller.
public sealed interface Outcome<T> {

  record Ok<T>(T value) implements Outcome<T> {}

  record Failed<T>(Fault fault) implements Outcome<T> {}
}
