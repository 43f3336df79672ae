package org.binnacle.diagnosis.incident.report;

/// What the web page of an incident looks like and how its tables are drawn and sorted.
final class HtmlPage {
  private HtmlPage() {}

  static final String STYLE =
      """
      :root{color-scheme:light dark;--bg:#fff;--fg:#1f2328;--soft:#59636e;--line:#d1d9e0;--box:#f6f8fa;
      --crit:#cf222e;--warn:#9a6700;--ok:#1a7f37;--link:#0969da}
      @media(prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--soft:#9198a1;--line:#3d444d;
      --box:#151b23;--crit:#f85149;--warn:#d29922;--ok:#3fb950;--link:#4493f8}}
      *{box-sizing:border-box}
      body{margin:0 auto;padding:16px 24px 60px;max-width:1700px;background:var(--bg);color:var(--fg);
      font:13px/1.45 system-ui,sans-serif}
      h1{font-size:22px;margin:6px 0}h2{font-size:17px;margin:26px 0 8px}h3{font-size:14px;margin:14px 0 6px}
      small,.took,.on{color:var(--soft);font-weight:normal}
      .recorded{display:inline-block;border:1px solid var(--warn);color:var(--warn);border-radius:4px;
      padding:1px 8px;font-weight:600;letter-spacing:.03em}
      .note{border-left:3px solid var(--line);padding-left:10px;color:var(--soft)}
      .finding{border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:6px;
      padding:8px 14px;margin:8px 0;background:var(--box)}
      .finding h3{margin:0 0 4px}.finding h3 span{text-transform:uppercase;font-size:11px;margin-right:6px}
      .finding.critical{border-left-color:var(--crit)}.finding.critical h3 span{color:var(--crit)}
      .finding.warning{border-left-color:var(--warn)}.finding.warning h3 span{color:var(--warn)}
      .finding.ok{border-left-color:var(--ok)}.finding.ok h3 span{color:var(--ok)}
      .finding ul{margin:4px 0;padding-left:20px}.next{margin:4px 0 0}
      .tree{overflow-x:auto;background:var(--box);border:1px solid var(--line);border-radius:6px;padding:6px 10px}
      .tree ul{list-style:none;margin:0;padding-left:22px;border-left:1px solid var(--line)}
      .tree>ul{border:0;padding-left:0}.tree li{padding:2px 4px;white-space:nowrap}
      .blocks{color:var(--crit);font-weight:600}code,pre{font:12px/1.4 ui-monospace,monospace}
      code{color:var(--soft)}
      details{border:1px solid var(--line);border-radius:6px;margin:6px 0}
      summary{cursor:pointer;padding:6px 12px;background:var(--box);border-radius:6px}
      .content{padding:4px 12px 12px;overflow-x:auto}
      .status{font-size:11px;text-transform:uppercase;color:var(--ok)}
      .status.denied,.status.skipped{color:var(--warn)}.status.timeout,.status.failed{color:var(--crit)}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums}
      th,td{border-bottom:1px solid var(--line);padding:2px 8px;text-align:left;vertical-align:top;
      max-width:640px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
      td.whole{white-space:pre-wrap;overflow-wrap:anywhere}
      th{position:sticky;top:0;background:var(--bg);cursor:pointer;user-select:none}
      th.up::after{content:" \\2191"}th.down::after{content:" \\2193"}
      td.n,th.n{text-align:right}tr:hover td{background:var(--box)}
      input{margin:4px 0;padding:2px 6px;min-width:220px;background:var(--bg);color:var(--fg);
      border:1px solid var(--line);border-radius:4px;font:inherit}
      pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--box);border:1px solid var(--line);
      border-radius:6px;padding:8px 10px;max-height:70vh;overflow:auto}
      .ring{display:flex;flex-wrap:wrap;gap:10px}
      .ring figure{margin:0;padding:6px 10px;width:236px;background:var(--box);border:1px solid var(--line);
      border-radius:6px}
      .ring figcaption{font-size:12px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
      .ring svg{width:210px;height:40px;display:block;margin-top:4px}
      .ring polyline{fill:none;stroke:var(--link);stroke-width:1.3;vector-effect:non-scaling-stroke}
      @media print{details{break-inside:avoid}}
      """;

  static final String SCRIPT =
      """
      (function(){'use strict';
      var data=JSON.parse(document.getElementById('binnacle-incident').textContent);
      function el(name,text,kind){var e=document.createElement(name);if(text!=null)e.textContent=text;
       if(kind)e.className=kind;return e;}
      function span(us){us=Number(us);if(!isFinite(us)||us<0)return'';
       if(us<1000)return us+' \\u00b5s';if(us<1e6)return(us/1e3).toFixed(us<1e4?1:0)+' ms';
       if(us<12e7)return(us/1e6).toFixed(us<1e7?2:1)+' s';
       var s=Math.floor(us/1e6),m=Math.floor(s/60),h=Math.floor(m/60);
       return m<60?m+'m'+('0'+s%60).slice(-2)+'s':h+'h'+('0'+m%60).slice(-2)+'m';}
      function isNumber(t){return t!==''&&/^-?[0-9]+(\\.[0-9]+)?$/.test(t);}
      function table(name,grid,into){
       into.appendChild(el('h3',name+' ('+grid.rows.length+(grid.cut?', cut':'')+')'));
       if(!grid.rows.length){into.appendChild(el('p','nothing','took'));return;}
       var used=[],numeric=[];
       grid.columns.forEach(function(c,i){
        var some=false,all=true;
        grid.rows.forEach(function(r){if(r[i]!==''){some=true;if(!isNumber(r[i]))all=false;}});
        if(some)used.push(i);numeric[i]=some&&all;});
       var filter=el('input');filter.type='search';filter.placeholder='filter';into.appendChild(filter);
       var t=el('table'),head=el('tr'),body=el('tbody'),by=-1,down=false;
       used.forEach(function(i){
        var th=el('th',grid.columns[i].replace(/_us$/,''),numeric[i]?'n':'');
        th.addEventListener('click',function(){
         down=by===i?!down:numeric[i];by=i;
         head.querySelectorAll('th').forEach(function(o){o.classList.remove('up','down');});
         th.classList.add(down?'down':'up');draw();});
        head.appendChild(th);});
       var thead=el('thead');thead.appendChild(head);t.appendChild(thead);t.appendChild(body);into.appendChild(t);
       function draw(){
        var want=filter.value.toLowerCase();
        var rows=grid.rows.filter(function(r){return!want||r.join('\\n').toLowerCase().indexOf(want)>=0;});
        if(by>=0)rows=rows.slice().sort(function(a,b){
         var c=numeric[by]?(a[by]===''?-1/0:+a[by])-(b[by]===''?-1/0:+b[by]):a[by]<b[by]?-1:a[by]>b[by]?1:0;
         return down?-c:c;});
        body.textContent='';
        rows.forEach(function(r){var tr=el('tr');
         used.forEach(function(i){
          var us=/_us$/.test(grid.columns[i])&&numeric[i];
          var td=el('td',us&&r[i]!==''?span(r[i]):r[i],numeric[i]?'n':'');
          td.title=r[i].length>2000?r[i].slice(0,2000)+'...':r[i];
          td.addEventListener('dblclick',function(){td.classList.toggle('whole');});
          tr.appendChild(td);});
         body.appendChild(tr);});}
       filter.addEventListener('input',draw);draw();}
      function pretty(text){try{return JSON.stringify(JSON.parse(text),null,1);}catch(e){return text;}}
      function plans(grid,into){
       var at=grid.columns.indexOf('plan');
       grid.rows.forEach(function(r){into.appendChild(el('h3','#'+r[0]+' '+r[1]));
        into.appendChild(el('pre',r[grid.columns.indexOf('sql')]));
        into.appendChild(el('pre',pretty(r[at])));});}
      document.querySelectorAll('section.instance').forEach(function(section){
       var instance=data.instances[+section.dataset.instance];
       section.querySelectorAll('details').forEach(function(details){
        var part=instance.parts[+details.dataset.part],drawn=false;
        details.addEventListener('toggle',function(){
         if(!details.open||drawn)return;drawn=true;
         var into=details.querySelector('.content');
         Object.keys(part.grids).forEach(function(name){
          if(part.step==='plans'&&name==='plans')plans(part.grids[name],into);
          else table(name,part.grids[name],into);});
         Object.keys(part.texts).forEach(function(name){
          into.appendChild(el('h3',name));into.appendChild(el('pre',part.texts[name]));});
         if(!into.childNodes.length)into.appendChild(el('p','nothing was recorded','took'));});
        if(part.step==='sessions')details.open=true;});});
      })();
      """;
}
