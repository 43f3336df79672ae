package org.binnacle.testkit.fake;

/// A fake fleet in a process of its own, so that what it costs is not counted as ours. Reads lines:
/// `sent` tells the bytes sent, `FROM-TO MOOD` changes nodes; ends with its input.
public final class FakeFleetProcess {
  private FakeFleetProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (FakeFleet fleet = FakeFleet.of(Integer.parseInt(arguments[0]));
        var in = new java.util.Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8)) {
      System.out.println(fleet.port());
      while (in.hasNextLine()) {
        String line = in.nextLine();
        if (line.equals("sent")) {
          System.out.println(fleet.nodes().stream().mapToLong(FakeNode::sentBytes).sum());
          continue;
        }
        String[] words = line.split("[- ]");
        for (int i = Integer.parseInt(words[0]); i < Integer.parseInt(words[1]); i++) {
          fleet.node(i).become(Mood.valueOf(words[2]));
        }
        System.out.println("done");
      }
    }
  }
}
