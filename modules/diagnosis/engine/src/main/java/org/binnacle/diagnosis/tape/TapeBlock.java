package org.binnacle.diagnosis.tape;

import java.time.Instant;

/// Some looks of a record, packed; each block can be read by itself.
///
/// @param seq its place, from 0
/// @param from the moment of its first look
/// @param to that of its last
/// @param looks at sessions that are in it
/// @param index the times of its looks, see {@link TapeIndex}
/// @param packed deflated
public record TapeBlock(
    int seq, Instant from, Instant to, int looks, byte[] index, byte[] packed) {}
