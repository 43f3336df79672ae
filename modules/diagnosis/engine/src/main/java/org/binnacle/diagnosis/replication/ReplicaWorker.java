package org.binnacle.diagnosis.replication;

/// One applier thread of a channel.
///
/// @param id 0 where the channel applies with a single thread
/// @param transaction being applied, else the last one that was; empty where it is not told
/// @param busy whether it is applying one now
/// @param error the server's words; empty where there are none
public record ReplicaWorker(
    long id, boolean running, String transaction, boolean busy, int errorNumber, String error) {}
