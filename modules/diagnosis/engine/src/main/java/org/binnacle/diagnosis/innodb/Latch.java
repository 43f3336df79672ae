package org.binnacle.diagnosis.innodb;

/// A latch of InnoDB that was waited for.
///
/// @param name of its event, such as `wait/synch/mutex/innodb/log_writer_mutex`
/// @param waits since the server started
/// @param timeUs waited together
public record Latch(String name, long waits, long timeUs) {}
