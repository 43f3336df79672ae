package org.binnacle.diagnosis.innodb;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Changes of secondary indexes that wait to be merged; MariaDB 11 has no change buffer any more.
final class ChangeBuffer implements Section {

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Change buffer");
    var buffers = looks.variable("innodb_change_buffering");
    if (buffers.isEmpty()) {
      to.lacks("change buffer");
      return;
    }
    to.figure("change.on", "innodb_change_buffering", buffers.get(), Double.NaN);
    OptionalLong size =
        looks.status("innodb_ibuf_size").isPresent()
            ? looks.status("innodb_ibuf_size")
            : looks.metric("ibuf_size");
    size.ifPresent(pages -> to.figure("change.size", "Pages", "%,d".formatted(pages), pages));
    OptionalDouble merges =
        looks.perS("innodb_ibuf_merges").isPresent()
            ? looks.perS("innodb_ibuf_merges")
            : looks.metricPerS("ibuf_merges");
    OptionalLong counter =
        looks.status("innodb_ibuf_merges").isPresent()
            ? looks.status("innodb_ibuf_merges")
            : looks.metric("ibuf_merges");
    to.rate("change.merges", "Merges", counter, merges);
  }
}
