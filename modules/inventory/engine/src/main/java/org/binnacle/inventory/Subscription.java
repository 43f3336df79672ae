package org.binnacle.inventory;

/// A listener's place; after close it is not called again (a call under way may still end).
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
