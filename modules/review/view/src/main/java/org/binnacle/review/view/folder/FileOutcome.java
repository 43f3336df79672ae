package org.binnacle.review.view.folder;

import org.binnacle.kernel.Fault;
import org.binnacle.review.report.FileReport;

/// What became of one file of a folder's review.
public sealed interface FileOutcome {

  record Waiting() implements FileOutcome {}

  record Running() implements FileOutcome {}

  record Done(FileReport report) implements FileOutcome {}

  /// It was left out or not read, such as a binary file.
  record Unread(Fault fault) implements FileOutcome {}
}
