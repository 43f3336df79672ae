package org.binnacle.app.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `binnacle completion SHELL`.
@Command(
    name = "completion",
    description = "Print a completion script.",
    footerHeading = "%nTo use it:%n",
    footer = {
      "  bash:  source <(binnacle completion bash)",
      "  zsh:   source <(binnacle completion zsh)",
      "  fish:  binnacle completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Call call;

  CompletionCommand(Call call) {
    this.call = call;
  }

  /// The shells that we can speak to. Picocli's script serves zsh too, through its bash mode.
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}")
  Shell shell = Shell.bash;

  @Override
  public Integer call() {
    var root = spec.root().commandLine();
    call.terminal()
        .out()
        .println(
            switch (shell) {
              case bash, zsh -> AutoComplete.bash("binnacle", root);
              case fish -> FishCompletion.of(root);
            });
    return 0;
  }
}
