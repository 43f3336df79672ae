package org.binnacle.diagnosis.tape;

import java.util.List;
import java.util.Optional;

/// The port to where records are kept. Every method blocks.
public interface TapeStore {

  /// A block without its content.
  record Place(int seq, byte[] index) {}

  /// Keeps a record without its blocks, in place of what is known of it under its id.
  void keep(Tape tape);

  /// Keeps a block and with it what the record has become.
  void add(Tape tape, TapeBlock block);

  /// The newest first.
  List<Tape> list();

  Optional<Tape> find(String id);

  /// The blocks of a record by their order.
  List<Place> places(String id);

  Optional<TapeBlock> block(String id, int seq);

  void note(String id, String note);

  /// @return whether there was one
  boolean remove(String id);
}
