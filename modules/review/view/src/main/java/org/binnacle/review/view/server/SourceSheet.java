package org.binnacle.review.view.server;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.review.view.Servers;

/// Asks before a server is asked that takes writes.
public final class SourceSheet {
  private SourceSheet() {}

  /// @param then run where the user agrees; for production the name is typed first
  public static Sheet open(Node anywhere, Servers.Picked source, Runnable then) {
    String name = source.instance().name();
    var words =
        new Label(
            name
                + " takes writes: what is asked there competes with your application. A replica"
                + " answers the same where there is one.\n\nThe review reads the definitions and"
                + " statistics of the tables that the script names and explains each query and each"
                + " write, in read-only sessions with time limits. It runs nothing of the script.");
    words.setWrapText(true);
    return Sheet.titled("Ask " + name + ", which takes writes")
        .on(source.instance())
        .body(words)
        .act(
            "Ask " + name,
            Sheet.Kind.DANGER,
            sheet -> {
              sheet.close();
              then.run();
            })
        .open(anywhere);
  }
}
