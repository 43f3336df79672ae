package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Role;

/// The lists of subqueries that hang beside the steps of block JSON.
final class Subqueries {
  private Subqueries() {}

  static List<Draft> of(Json.Member member) {
    var found = new ArrayList<Draft>();
    if (member.value() instanceof Json.Arr array) {
      for (Json item : array.items()) {
        if (item instanceof Json.Obj object) {
          found.add(one(member.name(), object));
        }
      }
    }
    return found;
  }

  private static Draft one(String list, Json.Obj object) {
    Json.Obj cache = object.object("expression_cache").orElse(null);
    Json.Obj holder = cache == null ? object : cache;
    Json.Obj block = holder.object("query_block").orElse(holder);
    Double select = block.number("select_id");
    int number = select == null ? 0 : select.intValue();
    boolean dependent =
        holder.isTrue("dependent") || cache != null || block.has("outer_ref_condition");
    boolean cacheable = !"false".equals(holder.text("cacheable"));
    Draft subquery =
        new Draft(
            new NodeKind.Subquery(number, dependent, cacheable),
            "Select #"
                + number
                + " ("
                + list.replace('_', ' ')
                + (dependent ? "; dependent)" : ")"),
            object.range());
    BlockWalk.dependence(subquery, holder);
    if (cache != null) {
      for (Json.Member member : cache.members()) {
        if (!BlockKeys.structural(member.name())) {
          Details.put(
              subquery, new Json.Member("expression_cache." + member.name(), member.value()));
        }
      }
    }
    Draft inside = BlockWalk.top(holder);
    if (inside != null) {
      subquery.add(inside);
    }
    subquery.role = list.equals("select_list_subqueries") ? Role.PROJECTION : Role.CONDITION;
    return subquery;
  }
}
