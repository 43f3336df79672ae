package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.binnacle.app.house.Build;
import picocli.CommandLine.Command;

/// `binnacle version`.
@Command(
    name = "version",
    description = "Show the version, where state lies and the Java it runs on.")
final class VersionCommand implements Callable<Integer> {
  private final Call call;

  VersionCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return print(call);
  }

  static int print(Call call) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("version", Build.present().version());
    facts.put("java", System.getProperty("java.vm.version", ""));
    facts.put(
        "system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    facts.put("state", call.statePath().toString());
    if (call.json()) {
      call.document(facts);
    } else {
      call.say("Binnacle " + facts.get("version"));
      call.say("State folder " + facts.get("state"));
      call.say("Java " + facts.get("java") + ", " + facts.get("system"));
    }
    return 0;
  }
}
