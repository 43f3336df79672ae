package org.binnacle.review.live;

import java.util.List;

/// An index that could help a statement.
public record IndexProposal(String table, List<String> columns, String ddl, String why) {

  public IndexProposal {
    columns = List.copyOf(columns);
  }
}
