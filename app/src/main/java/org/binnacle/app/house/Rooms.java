package org.binnacle.app.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is made when it is first asked for, and closed in reverse.
final class Rooms implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  <T> Supplier<T> room(Supplier<T> make) {
    return new Room<>(make);
  }

  /// What was made elsewhere and is closed with the rest.
  synchronized void opened(AutoCloseable part) {
    opened.push(part);
  }

  /// Closes what was opened, the last first; each even where another fails.
  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable part = opened.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.error("closing {}", part, e);
      }
    }
  }

  private final class Room<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    Room(Supplier<T> make) {
      this.make = make;
    }

    @Override
    public T get() {
      synchronized (Rooms.this) {
        T present = made;
        if (present == null) {
          present = make.get();
          made = present;
          if (present instanceof AutoCloseable closeable) {
            opened(closeable);
          }
        }
        return present;
      }
    }
  }
}
