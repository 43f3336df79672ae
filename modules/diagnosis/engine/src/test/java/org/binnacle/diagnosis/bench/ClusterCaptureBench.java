package org.binnacle.diagnosis.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.binnacle.diagnosis.incident.Capture;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;

/// What a capture of a whole cluster takes: `ClusterCaptureBench [instances] [servers] [sessions]
/// [captures]`. Instances are spread over the servers, each with connections of its own; sessions
/// are those of a server.
public final class ClusterCaptureBench {
  private ClusterCaptureBench() {}

  public static void main(String[] arguments) throws Exception {
    int instances = number(arguments, 0, 20);
    int servers = number(arguments, 1, 5);
    int sessions = number(arguments, 2, 100);
    int captures = number(arguments, 3, 3);
    var running = new ArrayList<RunningServer>();
    var crowds = new ArrayList<Crowd>();
    try (Connections connections = Meter.connections()) {
      for (int i = 0; i < servers; i++) {
        RunningServer one = TestServers.start(Distribution.MYSQL_8_0, Launch.plain());
        running.add(one);
        var crowd = new Crowd(one);
        crowds.add(crowd);
        crowd.run(5, "SELECT SLEEP(3600), 'busy'");
        crowd.sleep(sessions - 5);
      }
      measure(connections, cluster(running, instances), captures);
    } finally {
      for (Crowd crowd : crowds) {
        crowd.close();
      }
      running.forEach(RunningServer::close);
    }
    System.exit(0);
  }

  private static int number(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }

  private static List<Server> cluster(List<RunningServer> running, int instances) {
    var cluster = new ArrayList<Server>();
    for (int i = 0; i < instances; i++) {
      Server plain = Meter.server(running.get(i % running.size()));
      InstanceRef ref = plain.ref();
      String name = "node-" + (i + 1);
      cluster.add(
          new Server(
              new InstanceRef(
                  name,
                  name,
                  ref.address(),
                  ref.environment(),
                  ref.colour(),
                  ref.safety(),
                  "bench"),
              plain.host(),
              plain.port(),
              plain.user(),
              plain.tls(),
              plain.tunnel()));
    }
    return cluster;
  }

  private static void measure(Connections connections, List<Server> cluster, int captures) {
    var wallMs = new double[captures];
    for (int i = 0; i < captures; i++) {
      long began = System.nanoTime();
      Incident incident =
          new Capture(connections, Clock.systemUTC())
              .take(cluster, CaptureOptions.byHand(), state -> {}, new Cancel());
      wallMs[i] = (System.nanoTime() - began) / 1e6;
      var parts = incident.recorded().stream().flatMap(one -> one.parts().stream()).toList();
      long whole = parts.stream().filter(part -> part.status() == Part.Status.OK).count();
      Meter.say("capture %d: %.0f ms, %d of %d parts whole", i + 1, wallMs[i], whole, parts.size());
      parts.stream()
          .filter(part -> part.status() != Part.Status.OK)
          .map(part -> part.step() + " " + part.status() + " " + part.detail())
          .distinct()
          .limit(10)
          .forEach(words -> Meter.say("  %s", words));
    }
    Arrays.sort(wallMs);
    Meter.say(
        "%d instances in parallel: wall median %.0f, worst %.0f ms; %s",
        cluster.size(), wallMs[captures / 2], wallMs[captures - 1], Meter.load());
  }
}
