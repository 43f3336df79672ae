package org.binnacle.explain.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;

/// Takes the results of statements and writes them, row by row. For one thread at a time.
public interface RowSink extends Closeable {

  /// A result begins; the one before has ended.
  ///
  /// @param title of a sheet or a section; may be empty
  void begin(String title, List<Head> columns) throws IOException;

  /// @param row may have fewer cells than there are columns
  void row(List<Cell> row) throws IOException;

  /// The result is at its end.
  void end() throws IOException;

  /// Writes what is left and closes the stream.
  @Override
  void close() throws IOException;
}
