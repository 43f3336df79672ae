package org.binnacle.fxkit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// The file dialogs of the operating system.
public final class SystemChoosers implements Choosers {

  @Override
  public Optional<Path> open(Window owner, String title, List<Kind> kinds) {
    return Optional.ofNullable(chooser(title, kinds).showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> save(Window owner, String title, String name, List<Kind> kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> folder(Window owner, String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  private static FileChooser chooser(String title, List<Kind> kinds) {
    FxThread.check();
    var chooser = new FileChooser();
    chooser.setTitle(title);
    kinds.forEach(
        kind ->
            chooser.getExtensionFilters().add(new ExtensionFilter(kind.words(), kind.patterns())));
    return chooser;
  }
}
