package org.binnacle.diagnosis.tape;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records some instances until it is stopped or a limit is reached: their sessions at each look,
/// who waits for whom, the open transactions, replication and InnoDB's figures. It shares the looks
/// at sessions of opened views and asks for the rest itself. What is written is whole up to the
/// last block, some thirty seconds, whatever ends the program.
public final class Recorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final int LOOKS = 30;
  private static final int PLAIN_BYTES = 4 << 20;
  private static final Duration LOCKS = Duration.ofSeconds(2);
  private static final Duration OTHERS = Duration.ofSeconds(5);

  private final TapeStore store;
  private final RecordLimits limits;
  private final Clock clock;
  private final List<String> ids;
  private final Consumer<Recorder> onEnd;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final List<AutoCloseable> looks = new ArrayList<>();
  private final Thread thread;
  private final long beganNs = System.nanoTime();
  private Tape tape;
  private BlockWriter writer;
  private int inBlock;
  private Optional<String> ending = Optional.empty();

  /// Where it stands.
  ///
  /// @param left until it ends by itself
  public record State(Tape tape, RecordLimits limits, Duration length, Duration left) {}

  /// Begins at once.
  ///
  /// @param onEnd called once it has ended, on a thread of ours
  Recorder(
      Diagnosis diagnosis,
      TapeStore store,
      String title,
      List<InstanceRef> instances,
      RecordLimits limits,
      Clock clock,
      Consumer<Recorder> onEnd) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
    this.onEnd = onEnd;
    this.ids = instances.stream().map(InstanceRef::id).toList();
    this.tape = Tape.begun(title, instances, limits.every(), clock.instant());
    this.writer = new BlockWriter(0, ids);
    store.keep(tape);
    this.thread = Thread.ofVirtual().name("record " + title).unstarted(this::write);
    Duration locking = atLeast(LOCKS);
    Duration others = atLeast(OTHERS);
    looks.add(diagnosis.watch(instances, limits.every(), this::sessions));
    looks.add(
        diagnosis.watchLocks(
            instances, locking, paced(locking, seen -> writer.locks(now(), seen))));
    looks.add(
        diagnosis.watchTransactions(
            instances, others, paced(others, seen -> writer.transactions(now(), seen))));
    looks.add(
        diagnosis.watchReplication(
            instances, others, paced(others, seen -> writer.replication(now(), seen))));
    looks.add(
        diagnosis
            .innodb()
            .watch(instances, others, paced(others, seen -> writer.innodb(now(), seen))));
    thread.start();
  }

  private Duration atLeast(Duration pace) {
    return limits.every().compareTo(pace) > 0 ? limits.every() : pace;
  }

  /// Called by one thread at a time, as rounds do.
  private <T> Consumer<List<Rounds.Seen<T>>> paced(
      Duration every, Consumer<List<Rounds.Seen<T>>> writing) {
    var pace = new Pace(every);
    return seen -> {
      boolean there = seen.stream().anyMatch(one -> one.value().isPresent());
      if (there && (ids.size() == 1 || pace.due(System.nanoTime()))) {
        put(() -> writing.accept(seen));
      }
    };
  }

  private Instant now() {
    return clock.instant();
  }

  private void sessions(Merged merged) {
    boolean told =
        merged.looks().stream()
            .anyMatch(look -> look.snapshot().isPresent() || look.fault().isPresent());
    if (told) {
      put(() -> writer.sessions(now(), merged));
    }
  }

  private void put(Runnable writing) {
    lock.lock();
    try {
      if (ending.isEmpty()) {
        writing.run();
        inBlock = writer.looks();
        if (full()) {
          woken.signalAll();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean full() {
    return writer.looks() >= LOOKS || writer.size() > PLAIN_BYTES;
  }

  private Duration left() {
    return limits.atMost().minusNanos(System.nanoTime() - beganNs);
  }

  /// One thread writes, so that blocks are kept in their order and no look waits for the disk.
  private void write() {
    try {
      while (true) {
        Optional<TapeBlock> block = next();
        if (block.isPresent()) {
          Tape grown = tape().with(block.get());
          store.add(grown, block.get());
          become(grown);
          if (grown.bytes() >= limits.mostBytes()) {
            end("ended at its limit of " + Tape.size(limits.mostBytes()));
          }
        } else if (isEnding()) {
          break;
        }
      }
    } catch (Fault fault) {
      LOG.warn("a record could not be written: {}", fault.getMessage());
      end("ended, since it could not be written");
    } finally {
      finish();
    }
  }

  /// The next block to write: a full one, or what there is where it ends.
  private Optional<TapeBlock> next() {
    lock.lock();
    try {
      while (ending.isEmpty() && !full()) {
        long ns = left().toNanos();
        if (ns <= 0) {
          ending = Optional.of("ended after " + Tape.words(limits.atMost()));
          break;
        }
        try {
          long ignored = woken.awaitNanos(Math.min(ns, TimeUnit.SECONDS.toNanos(1)));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          ending = Optional.of("interrupted");
        }
      }
      if (writer.isEmpty()) {
        return Optional.empty();
      }
      TapeBlock block = writer.block();
      writer = new BlockWriter(block.seq() + 1, ids);
      inBlock = 0;
      return Optional.of(block);
    } finally {
      lock.unlock();
    }
  }

  private void finish() {
    for (AutoCloseable look : looks) {
      try {
        look.close();
      } catch (Exception e) {
        LOG.error("a look of a record did not close", e);
      }
    }
    try {
      become(tape().ended(why()));
      store.keep(tape());
    } catch (Fault fault) {
      LOG.warn("the end of a record could not be written: {}", fault.getMessage());
    }
    onEnd.accept(this);
  }

  private String why() {
    lock.lock();
    try {
      return ending.orElse("ended");
    } finally {
      lock.unlock();
    }
  }

  private boolean isEnding() {
    lock.lock();
    try {
      return ending.isPresent();
    } finally {
      lock.unlock();
    }
  }

  private Tape tape() {
    lock.lock();
    try {
      return tape;
    } finally {
      lock.unlock();
    }
  }

  private void become(Tape now) {
    lock.lock();
    try {
      tape = now;
    } finally {
      lock.unlock();
    }
  }

  private void end(String why) {
    lock.lock();
    try {
      if (ending.isEmpty()) {
        ending = Optional.of(why);
      }
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// What it is so far, with the looks that are not written yet.
  public State state() {
    lock.lock();
    try {
      Duration length = Duration.ofNanos(System.nanoTime() - beganNs);
      Tape shown =
          new Tape(
              tape.id(),
              tape.from(),
              tape.to(),
              tape.title(),
              tape.instances(),
              tape.every(),
              tape.looks() + inBlock,
              tape.bytes(),
              tape.ended(),
              tape.note());
      return new State(shown, limits, length, left());
    } finally {
      lock.unlock();
    }
  }

  public boolean has(InstanceRef instance) {
    return ids.contains(instance.id());
  }

  /// Ends it; what there is by then is kept.
  public void stop() {
    end("stopped by hand");
  }

  /// Waits until all is written, for some seconds at most.
  public boolean await(Duration atMost) {
    try {
      return thread.join(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Ends it and waits until all is written.
  @Override
  public void close() {
    end("ended with the program");
    boolean ignored = await(Duration.ofSeconds(5));
  }
}
