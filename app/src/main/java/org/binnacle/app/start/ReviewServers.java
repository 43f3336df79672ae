package org.binnacle.app.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.binnacle.app.house.House;
import org.binnacle.app.live.Chosen;
import org.binnacle.app.live.LiveReviews;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.NaturalOrder;
import org.binnacle.review.live.LiveProbe;
import org.binnacle.review.view.Servers;

/// The inventory as reviews of the window may ask it.
final class ReviewServers implements Servers {
  private final House house;
  private final Consumer<Instance> visit;
  private final Consumer<Shown> plans;

  /// @param visit told of instances that the user goes to by this, from any thread
  /// @param plans shows a plan
  ReviewServers(House house, Consumer<Instance> visit, Consumer<Shown> plans) {
    this.house = house;
    this.visit = visit;
    this.plans = plans;
  }

  @Override
  public List<Target> targets() {
    Inventory inventory = house.inventory();
    var clusters = new TreeMap<String, List<Instance>>(NaturalOrder.OF_NAMES);
    var instances = new ArrayList<Target>();
    for (Instance one : inventory.instances()) {
      InstanceRef ref = inventory.ref(one);
      instances.add(new Target(one.name(), false, words(one), ref.environment(), ref.colour()));
      if (!one.cluster().isEmpty()) {
        clusters.computeIfAbsent(one.cluster(), name -> new ArrayList<>()).add(one);
      }
    }
    var all = new ArrayList<Target>();
    clusters.forEach(
        (name, members) -> {
          InstanceRef first = inventory.ref(members.getFirst());
          all.add(
              new Target(
                  name, true, "cluster of " + members.size(), first.environment(), first.colour()));
        });
    instances.sort(Comparator.comparing(Target::name, NaturalOrder.OF_NAMES));
    all.addAll(instances);
    return all;
  }

  private static String words(Instance one) {
    return one.address()
        + (one.role().isEmpty() ? "" : ", " + one.role())
        + (one.cluster().isEmpty() ? "" : " of " + one.cluster());
  }

  @Override
  public Picked pick(String target, boolean sourceToo, Cancel cancel) {
    String wanted = target.strip();
    house.inventory().instances().stream()
        .filter(i -> i.name().equalsIgnoreCase(wanted) || i.cluster().equalsIgnoreCase(wanted))
        .forEach(visit);
    LiveReviews reviews = house.liveReviews();
    return new Found(reviews, reviews.choose(wanted, sourceToo, cancel));
  }

  @Override
  public void show(Shown plan) {
    plans.accept(plan);
  }

  private record Found(LiveReviews reviews, Chosen chosen) implements Picked {
    @Override
    public InstanceRef instance() {
      return chosen.server().ref();
    }

    @Override
    public String version() {
      return chosen.version();
    }

    @Override
    public String role() {
      return chosen.role();
    }

    @Override
    public boolean takesWrites() {
      return chosen.source();
    }

    @Override
    public OptionalLong lagS() {
      return chosen.lagS();
    }

    @Override
    public String why() {
      return chosen.why().replace(", with --on-source", "");
    }

    @Override
    public List<String> passed() {
      return chosen.passed();
    }

    @Override
    public LiveProbe open(Cancel cancel) {
      return reviews.open(chosen, cancel);
    }
  }
}
