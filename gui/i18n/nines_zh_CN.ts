<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChartRows</name>
    <message>
        <source>%1 (%2 of %3 quiet)</source>
        <translation>%1（%3 个中有 %2 个无变化）</translation>
    </message>
</context>
<context>
    <name>DrawingExport</name>
    <message>
        <source>There is no memory for it.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>无法写入该文件。</translation>
    </message>
    <message>
        <source>The name must end in .png, .svg or .pdf.</source>
        <translation>文件名必须以 .png、.svg 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>The printer cannot be used.</source>
        <translation>无法使用打印机。</translation>
    </message>
</context>
<context>
    <name>EnglishNote</name>
    <message>
        <source>These sentences are in English.</source>
        <translation>以下语句保留英文原文，与命令行一致。</translation>
    </message>
</context>
<context>
    <name>ExportPath</name>
    <message>
        <source>Replace the File</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已经存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>MomentText</name>
    <message>
        <source>lag by its law: %1 in the mean, 95 % up to %2</source>
        <translation>按其分布的滞后：平均 %1，95 % 不超过 %2</translation>
    </message>
    <message>
        <source>lag drawn for this failover: %1</source>
        <translation>本次故障转移抽得的滞后：%1</translation>
    </message>
    <message>
        <source>in sync</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>%1 %2, not answered</source>
        <translation type="vanished">%1 %2，未应答</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="vanished">%1 %2</translation>
    </message>
    <message>
        <source>%1 out of rotation</source>
        <translation type="vanished">%1 未参与分配</translation>
    </message>
    <message>
        <source>because of %1</source>
        <translation type="vanished">原因：%1</translation>
    </message>
    <message>
        <source>no primary</source>
        <translation>没有主副本</translation>
    </message>
    <message>
        <source>primary: %1</source>
        <translation>主副本：%1</translation>
    </message>
    <message>
        <source>address at %1</source>
        <translation>地址在 %1</translation>
    </message>
    <message>
        <source>%1 of the requests</source>
        <translation>请求的 %1</translation>
    </message>
    <message>
        <source>primary %1</source>
        <translation>主副本 %1</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>滞后 %1</translation>
    </message>
    <message numerus="yes">
        <source>... and %n more</source>
        <translation>
            <numerusform>……另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything else works.</source>
        <translation>其余一切正常。</translation>
    </message>
    <message>
        <source>%1 is down from %2 to the end, %3</source>
        <translation>%1 自 %2 起不可用直至结束，历时 %3</translation>
    </message>
    <message>
        <source>%1 is down for %3 from %2</source>
        <translation>%1 自 %2 起不可用，历时 %3</translation>
    </message>
    <message>
        <source>Causes: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>%1, not answered</source>
        <translation>%1，未应答</translation>
    </message>
    <message>
        <source>out of rotation</source>
        <translation>未参与分配</translation>
    </message>
    <message>
        <source>%1 to %2 %3 each</source>
        <translation>%1 个到 %2，各 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PropertyHelp</name>
    <message>
        <source>Example: %1</source>
        <translation>示例：%1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Not supported yet: %1</source>
        <translation>尚不支持：%1</translation>
    </message>
    <message>
        <source>Set here, line %1</source>
        <translation>在此设置，第 %1 行</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>来自：%1</translation>
    </message>
    <message>
        <source>such as %1</source>
        <translation>例如 %1</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Shows or hides the panel "%1".</source>
        <translation>显示或隐藏面板“%1”。</translation>
    </message>
    <message>
        <source>never</source>
        <translation type="vanished">从不</translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="vanished">已核实</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation type="vanished">未核实</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="vanished">估计</translation>
    </message>
    <message>
        <source>derived</source>
        <translation type="vanished">推导</translation>
    </message>
</context>
<context>
    <name>QToolButton</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export as %1...</source>
        <translation>导出为 %1...</translation>
    </message>
</context>
<context>
    <name>ReportExport</name>
    <message>
        <source>Export Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>A report is of a run: run the design first.</source>
        <translation>报告针对一次运行：请先运行该设计。</translation>
    </message>
    <message>
        <source>The design was changed since its latest run: run it again first.</source>
        <translation>该设计自最近一次运行以来已被修改：请先重新运行。</translation>
    </message>
    <message>
        <source>Reports (*.html *.pdf *.md)</source>
        <translation>报告 (*.html *.pdf *.md)</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>up</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>down</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划停机</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>StateMarks</name>
    <message>
        <source>up</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>down</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>on standby</source>
        <translation>备用中</translation>
    </message>
    <message>
        <source>down as planned</source>
        <translation>计划停机</translation>
    </message>
</context>
<context>
    <name>TimeScale</name>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>%1, day %2, %3</source>
        <translation>%1，第 %2 天，%3</translation>
    </message>
</context>
<context>
    <name>TimelineExport</name>
    <message>
        <source>Timeline of a trial</source>
        <translation>试验的时间线</translation>
    </message>
    <message>
        <source>There is no timeline to export.</source>
        <translation>没有可导出的时间线。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 could not be written as an image.</source>
        <translation>%1 无法写成图像。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Availability and failover simulation: designs as drawings.</source>
        <translation>可用性与故障转移仿真：以图的形式设计。</translation>
    </message>
    <message>
        <source>Scenarios to open.</source>
        <translation>要打开的场景。</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>What experiment?</source>
        <translation>做什么实验？</translation>
    </message>
    <message>
        <source>Title in reports.</source>
        <translation>报告中的标题。</translation>
    </message>
    <message>
        <source>the file's name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Free text for readers.</source>
        <translation>供读者参考的任意说明。</translation>
    </message>
    <message>
        <source>Simulated time of one trial.</source>
        <translation>一次试验的模拟时长。</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Number of trials, or their limit when `precision` is given.</source>
        <translation>试验次数；给出 `precision` 时为次数上限。</translation>
    </message>
    <message>
        <source>10000; with `precision` 1000000</source>
        <translation>10000；给出 `precision` 时为 1000000</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Stop when the unavailability of each service has this relative half-width.</source>
        <translation>当每个服务的不可用性达到此相对半宽时停止。</translation>
    </message>
    <message>
        <source>none: a fixed number of trials</source>
        <translation>无：试验次数固定</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Chooses the random numbers.</source>
        <translation>决定所用的随机数。</translation>
    </message>
    <message>
        <source>Level of the confidence intervals.</source>
        <translation>置信区间的置信水平。</translation>
    </message>
    <message>
        <source>Position in the week at time 0.</source>
        <translation>时刻 0 在一周中的位置。</translation>
    </message>
    <message>
        <source>clock time</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Ages at time 0: `new`, or `steady` (as after a very long time).</source>
        <translation>时刻 0 时的役龄：`new`（全新），或 `steady`（如同已运行很久）。</translation>
    </message>
    <message>
        <source>word</source>
        <translation>关键字</translation>
    </message>
    <message>
        <source>Instants at which point availability is wanted.</source>
        <translation>需要求瞬时可用性的时刻。</translation>
    </message>
    <message>
        <source>duration or list</source>
        <translation>时长，或其列表</translation>
    </message>
    <message>
        <source>Where is it, and what fails together?</source>
        <translation>它在哪里，哪些部分会一起失效？</translation>
    </message>
    <message>
        <source>Values from the library, stronger than what `like` copies; own keys override them.</source>
        <translation>取自预设库的值，优先于 `like` 复制的值；自身写出的键会覆盖它们。</translation>
    </message>
    <message>
        <source>A copy of another thing of this kind; what this table says, its `preset` too, is stronger.</source>
        <translation>同类事物的一份副本；本表写出的内容（包括 `preset`）优先。</translation>
    </message>
    <message>
        <source>Names of inherited failure modes to leave out.</source>
        <translation>要去掉的继承来的失效模式的名称。</translation>
    </message>
    <message>
        <source>Parts of this domain: `"3 az"` makes ID/az1 to ID/az3; a list splits the parts again. A part has the preset `cloud-WORD` or `WORD`, if there is one. The table `[domain.ID.WORD]` gives keys to all parts of that word, `[domain."ID/az2"]` to one.</source>
        <translation>此故障域的组成部分：`"3 az"` 生成 ID/az1 至 ID/az3；列表则把各部分继续划分。若有预设 `cloud-WORD` 或 `WORD`，各部分即采用它。表 `[domain.ID.WORD]` 为该词的所有部分设置键，`[domain."ID/az2"]` 只为其中一个设置。</translation>
    </message>
    <message>
        <source>The domain that contains this one.</source>
        <translation>包含此故障域的故障域。</translation>
    </message>
    <message>
        <source>for a part made by `split`: what was split</source>
        <translation>由 `split` 生成的部分：被划分的故障域</translation>
    </message>
    <message>
        <source>The class of its failures, for objectives and results.</source>
        <translation>其失效所属的类别，用于目标和结果。</translation>
    </message>
    <message>
        <source>by the last word of its preset or id, else by what it contains, else zone</source>
        <translation>取其预设名或 ID 的最后一个词，否则由其所含内容判断，再否则为 zone</translation>
    </message>
    <message>
        <source>Mean operating time between failures; exponential.</source>
        <translation>平均故障间隔（工作时间）；指数分布。</translation>
    </message>
    <message>
        <source>time to failure</source>
        <translation>失效前时间</translation>
    </message>
    <message>
        <source>Mean operating time to failure; exponential, the same as `mtbf`.</source>
        <translation>平均失效前工作时间；指数分布，与 `mtbf` 相同。</translation>
    </message>
    <message>
        <source>Annualised failure rate: failures per unit and year of operation; exponential.</source>
        <translation>年失效率：每单元每工作年的失效次数；指数分布。</translation>
    </message>
    <message>
        <source>Failures per time of operation; exponential.</source>
        <translation>单位工作时间的失效次数；指数分布。</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Operating time to failure: any distribution.</source>
        <translation>失效前工作时间：任意分布。</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Of a bought service, with `mttr`: mean up time = A / (1 - A) * mttr; exponential.</source>
        <translation>用于外购服务，与 `mttr` 一起：平均可用时间 = A / (1 - A) * mttr；指数分布。</translation>
    </message>
    <message>
        <source>Mean time to repair; exponential.</source>
        <translation>平均修复时间；指数分布。</translation>
    </message>
    <message>
        <source>never repaired; with `lose-data` at once, and the copy is made anew</source>
        <translation>从不修复；若为 `lose-data` 则立即修复，并重建该副本</translation>
    </message>
    <message>
        <source>time to repair</source>
        <translation>修复时间</translation>
    </message>
    <message>
        <source>Time to repair: any distribution.</source>
        <translation>修复时间：任意分布。</translation>
    </message>
    <message>
        <source>State after a repair: `renew` (good as new) or `minimal` (as old as just before).</source>
        <translation>修复后的状态：`renew`（修复如新）或 `minimal`（修复如旧，役龄与失效前相同）。</translation>
    </message>
    <message>
        <source>What a failure does: `stop` (refuses connections), `hang` (silent), `lose-data` (this member's copy is gone), `partition` (alive but unreachable), `slow 30%` (it answers, and lacks so much of its `capacity`).</source>
        <translation type="vanished">失效的后果：`stop`（拒绝连接），`hang`（无响应），`lose-data`（该成员的数据副本丢失），`partition`（仍在运行但无法到达），`slow 30%`（仍会应答，但失去这么多 `capacity`）。</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>后果</translation>
    </message>
    <message>
        <source>A latent failure: time until someone notices and repair can begin.</source>
        <translation>潜伏故障：到有人发现并可以开始修复的时间。</translation>
    </message>
    <message>
        <source>noticed at once</source>
        <translation>立即发现</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>A latent failure is found at the next of these instants.</source>
        <translation>潜伏故障在下一个这样的时刻被发现。</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>时间表</translation>
    </message>
    <message>
        <source>This mode's clock while the unit is down in another mode: `resume`, `renew` or `age`.</source>
        <translation>单元因另一失效模式停机期间，本模式的时钟：`resume`、`renew` 或 `age`。</translation>
    </message>
    <message>
        <source>This mode's clock while the unit's failure domain is down: `resume`, `renew` or `age`.</source>
        <translation>单元所在故障域停机期间，本模式的时钟：`resume`、`renew` 或 `age`。</translation>
    </message>
    <message>
        <source>Preventive replacement at this age.</source>
        <translation>达到此役龄时进行预防性更换。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>How long a preventive replacement takes.</source>
        <translation>一次预防性更换所需的时间。</translation>
    </message>
    <message>
        <source>as long as a repair</source>
        <translation>与修复所需时间相同</translation>
    </message>
    <message>
        <source>A named failure mode; it adds to those of a preset or of `like`.</source>
        <translation>一个有名称的失效模式；它加在预设或 `like` 的失效模式之外。</translation>
    </message>
    <message>
        <source>The crew that repairs it.</source>
        <translation>负责修复它的维修班组。</translation>
    </message>
    <message>
        <source>unlimited hands, at once</source>
        <translation>人手不限，立即开始</translation>
    </message>
    <message>
        <source>Among jobs for a crew with `order = "priority"` the higher goes first.</source>
        <translation>在采用 `order = "priority"` 的维修班组的任务中，数值高者优先。</translation>
    </message>
    <message>
        <source>Words that selectors can name as `tag:word`.</source>
        <translation>选择器可用 `tag:word` 指称的词。</translation>
    </message>
    <message>
        <source>text or list</source>
        <translation>文本，或其列表</translation>
    </message>
    <message>
        <source>What is one unit, and how does it break?</source>
        <translation>一个单元是什么，会怎样损坏？</translation>
    </message>
    <message>
        <source>Requests that one node serves per time.</source>
        <translation>一个节点单位时间内能处理的请求数。</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>request rate</source>
        <translation>请求速率</translation>
    </message>
    <message>
        <source>Start time of a cold or warm standby unless `standby.start` says otherwise.</source>
        <translation>冷备或温备的启动时间，除非 `standby.start` 另有规定。</translation>
    </message>
    <message>
        <source>After a repair or a start its capacity grows from 0 in a straight line for so long.</source>
        <translation>修复或启动之后，其容量在这段时间内从 0 起线性增长。</translation>
    </message>
    <message>
        <source>How many of a node, and where?</source>
        <translation>有多少个节点，在哪里？</translation>
    </message>
    <message>
        <source>The node that each member is.</source>
        <translation>每个成员所用的节点。</translation>
    </message>
    <message>
        <source>Number of members, named ID/1, ID/2, ..</source>
        <translation>成员数，名称为 ID/1、ID/2、…</translation>
    </message>
    <message>
        <source>How many serve; the rest stand by.</source>
        <translation type="vanished">有多少成员提供服务；其余作为备用。</translation>
    </message>
    <message>
        <source>Members go round-robin over the domains that each selector names.</source>
        <translation>成员轮流分布到每个选择器所指的故障域中。</translation>
    </message>
    <message>
        <source>selector or list</source>
        <translation>选择器，或其列表</translation>
    </message>
    <message>
        <source>All members are in each of these domains.</source>
        <translation>所有成员都在这些故障域的每一个之中。</translation>
    </message>
    <message>
        <source>How idle members stand by.</source>
        <translation>空闲成员以何种方式备用。</translation>
    </message>
    <message>
        <source>`hot` (fails like a serving member, ready), `warm` (fails `factor` times as often, needs a start), `cold` (does not fail while idle, needs a start).</source>
        <translation>`hot`（热备：与在役成员同样失效，随时可用），`warm`（温备：失效率为其 `factor` 倍，需要启动），`cold`（冷备：空闲时不失效，需要启动）。</translation>
    </message>
    <message>
        <source>Failure rate of an idle warm member over that of a serving one.</source>
        <translation>空闲温备成员的失效率与在役成员失效率之比。</translation>
    </message>
    <message>
        <source>hot 1, warm 0.5, cold 0</source>
        <translation>hot 为 1，warm 为 0.5，cold 为 0</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Time from the decision to serving.</source>
        <translation>从作出决定到开始服务的时间。</translation>
    </message>
    <message>
        <source>hot 0 s; else the node's `boot`, or 0 s</source>
        <translation>hot 为 0 s；否则为节点的 `boot`，或 0 s</translation>
    </message>
    <message>
        <source>Probability that a start works; a failed start is a failure of that member.</source>
        <translation>启动成功的概率；启动失败即为该成员的一次失效。</translation>
    </message>
    <message>
        <source>How many serve follows the load: between `min` and `max` members, of which new ones start and those that are not needed go.</source>
        <translation>在役成员数随负载变化：在 `min` 与 `max` 之间，需要的新成员启动，不需要的成员离开。</translation>
    </message>
    <message>
        <source>the number stays as it is</source>
        <translation>成员数保持不变</translation>
    </message>
    <message>
        <source>The fewest members wanted.</source>
        <translation>所需成员数的下限。</translation>
    </message>
    <message>
        <source>`count`</source>
        <translation>`count`</translation>
    </message>
    <message>
        <source>The most members wanted.</source>
        <translation>所需成员数的上限。</translation>
    </message>
    <message>
        <source>Utilisation of a member's `capacity` that is aimed at: with the load x and the capacity C of one, x / (C target) members are wanted.</source>
        <translation>期望的成员 `capacity` 利用率：负载为 x、单个成员容量为 C 时，需要 x / (C target) 个成员。</translation>
    </message>
    <message>
        <source>A utilisation that deviates from the target by at most this share of it changes nothing.</source>
        <translation>利用率与目标之差不超过目标的这一比例时，不作改变。</translation>
    </message>
    <message>
        <source>Time between two evaluations; each change comes half of it late, in the mean.</source>
        <translation>两次评估的间隔；每次变化平均晚半个间隔。</translation>
    </message>
    <message>
        <source>Age of the load that an evaluation sees.</source>
        <translation>评估所见负载数据的时延。</translation>
    </message>
    <message>
        <source>It goes down to the highest number that was wanted within this time.</source>
        <translation>缩减时，只降到这段时间内所需的最大成员数。</translation>
    </message>
    <message>
        <source>Time until a new member serves.</source>
        <translation>到新成员开始服务的时间。</translation>
    </message>
    <message>
        <source>the node's `boot`, or 0 s</source>
        <translation>节点的 `boot`，或 0 s</translation>
    </message>
    <message>
        <source>A member that is lost is replaced by a new one; otherwise its place stays empty until it is repaired.</source>
        <translation>失去的成员由新成员取代；否则其位置空缺，直到修复。</translation>
    </message>
    <message>
        <source>true</source>
        <translation>true</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>Spare parts that repairs need.</source>
        <translation>修复所需的备件。</translation>
    </message>
    <message>
        <source>always one at hand</source>
        <translation>随时有一件可用</translation>
    </message>
    <message>
        <source>Parts on the shelf at time 0.</source>
        <translation>时刻 0 时的库存备件数。</translation>
    </message>
    <message>
        <source>Lead time of the replacement that is ordered for each part used.</source>
        <translation>每用去一件备件即订购一件，此为订货的交付周期。</translation>
    </message>
    <message>
        <source>nothing is ordered</source>
        <translation>不订购</translation>
    </message>
    <message>
        <source>The crew that repairs the members; overrides the node's.</source>
        <translation>修复成员的维修班组；优先于节点所写的。</translation>
    </message>
    <message>
        <source>the node's</source>
        <translation>与节点相同</translation>
    </message>
    <message>
        <source>Planned work on each member in turn.</source>
        <translation>依次对每个成员进行的计划内工作。</translation>
    </message>
    <message>
        <source>Name in reports.</source>
        <translation>报告中的名称。</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>maintenance</translation>
    </message>
    <message>
        <source>When it begins.</source>
        <translation>何时开始。</translation>
    </message>
    <message>
        <source>How long one member is out.</source>
        <translation>一个成员停用多久。</translation>
    </message>
    <message>
        <source>Each further member starts this much later.</source>
        <translation>每个后续成员晚这么久开始。</translation>
    </message>
    <message>
        <source>`takes`: one after the other</source>
        <translation>`takes`：一个接一个</translation>
    </message>
    <message>
        <source>`go`, or `skip`: a member is left out while another one is not up.</source>
        <translation>`go`，或 `skip`：当另有成员不可用时跳过该成员。</translation>
    </message>
    <message>
        <source>Exponent x: with m of n members working, each fails (n/m)^x times as fast.</source>
        <translation>指数 x：n 个成员中有 m 个在工作时，每个成员的失效速度为 (n/m)^x 倍。</translation>
    </message>
    <message>
        <source>Releases that may fail.</source>
        <translation type="vanished">可能失败的版本发布。</translation>
    </message>
    <message>
        <source>releases are not simulated</source>
        <translation type="vanished">不模拟版本发布</translation>
    </message>
    <message>
        <source>Patching.</source>
        <translation type="vanished">打补丁。</translation>
    </message>
    <message>
        <source>write it as `maintenance`</source>
        <translation type="vanished">请写成 `maintenance`</translation>
    </message>
    <message>
        <source>What do users see, and who needs whom?</source>
        <translation>用户看到的是什么，谁依赖谁？</translation>
    </message>
    <message>
        <source>What users meet first: a balancer, a group or a service. It is needed too.</source>
        <translation>用户首先接触的对象：负载均衡器、组或服务。它同时也是依赖项。</translation>
    </message>
    <message>
        <source>users meet everything in `needs`</source>
        <translation>用户直接接触 `needs` 中的全部对象</translation>
    </message>
    <message>
        <source>Up when all of these are: a name, `k of group`, `any of a, b`, `all of group`, `k of a, b, c`. A group's bare name means at least one member. A store is up while its clients are served, a balancer while it sends them to something that serves.</source>
        <translation>以下全部可用时才可用：名称、`k of group`、`any of a, b`、`all of group`、`k of a, b, c`。只写组名表示至少一个成员。存储在其客户端得到服务时为可用；负载均衡器在把请求送到能提供服务的对象时为可用。</translation>
    </message>
    <message>
        <source>need or list</source>
        <translation>依赖项，或其列表</translation>
    </message>
    <message>
        <source>The same forms; their loss only degrades the service: `degraded_per_year` counts that time.</source>
        <translation>写法相同；失去它们只会使服务降级：该时间计入 `degraded_per_year`。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The same forms; they do not matter while the service runs. Once it has lost what it needs, it comes back only while these are up too; too little served, by `up_when`, does not stop it.</source>
        <translation>写法相同；服务运行期间它们无关紧要。服务一旦失去所依赖的对象，只有在这些也可用时才能恢复；按 `up_when` 服务量过少并不使其停止。</translation>
    </message>
    <message>
        <source>Requests that users send per time.</source>
        <translation>用户单位时间内发出的请求数。</translation>
    </message>
    <message>
        <source>demand is not looked at</source>
        <translation>不考察需求</translation>
    </message>
    <message>
        <source>The most requests per time.</source>
        <translation>单位时间内的最大请求数。</translation>
    </message>
    <message>
        <source>`constant`, or `diurnal`: a cosine from `peak` down to `trough` and back within a day.</source>
        <translation>`constant`（恒定），或 `diurnal`：一天之内从 `peak` 降到 `trough` 再回升的余弦曲线。</translation>
    </message>
    <message>
        <source>Of a diurnal load: the least demand of a day, as a share of the peak.</source>
        <translation>昼夜负载：一天中的最低需求，以占峰值的比例表示。</translation>
    </message>
    <message>
        <source>Of a diurnal load: the time of day of its peak.</source>
        <translation>昼夜负载：峰值出现的时刻。</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>一天中的时刻</translation>
    </message>
    <message>
        <source>Demand on Saturdays and Sundays as a share of that on other days.</source>
        <translation>周六和周日的需求占其他日子需求的比例。</translation>
    </message>
    <message>
        <source>How fast the demand grows from time 0 on, compound; `-5% per y` shrinks.</source>
        <translation>需求自时刻 0 起的增长速度，按复利计算；`-5% per y` 表示减少。</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>增长率</translation>
    </message>
    <message>
        <source>How often users or calling programs try again a request that was not answered.</source>
        <translation>未得到应答的请求，由用户或调用程序再次尝试的次数。</translation>
    </message>
    <message>
        <source>These further tries are at most this share of the requests.</source>
        <translation>这些再次尝试最多占请求的这一比例。</translation>
    </message>
    <message>
        <source>The least share of the offered requests that must be served: `served &gt;= SHARE of offered`, or `&gt;` for more than that share.</source>
        <translation>必须得到服务的请求占所提交请求的最低比例：`served &gt;= SHARE of offered`，或用 `&gt;` 表示必须超过该比例。</translation>
    </message>
    <message>
        <source>everything it needs is up</source>
        <translation>所依赖的全部可用</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>What is promised.</source>
        <translation>所作的承诺。</translation>
    </message>
    <message>
        <source>Target of availability: a share or a number of nines, optionally per window.</source>
        <translation>可用性目标：比例或“9”的个数，可另加时间窗口。</translation>
    </message>
    <message>
        <source>none; the window is the horizon</source>
        <translation>无；窗口为整个模拟时长</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Recovery time objective: how long users may be without the service.</source>
        <translation>恢复时间目标 (RTO)：用户最多可以多久得不到服务。</translation>
    </message>
    <message>
        <source>After any failure.</source>
        <translation>任何失效之后。</translation>
    </message>
    <message>
        <source>no objective</source>
        <translation>无目标</translation>
    </message>
    <message>
        <source>After the failure of one node.</source>
        <translation>一个节点失效之后。</translation>
    </message>
    <message>
        <source>After the failure of a domain of level `rack`.</source>
        <translation>级别为 `rack` 的故障域失效之后。</translation>
    </message>
    <message>
        <source>After the failure of a domain of level `zone`.</source>
        <translation>级别为 `zone` 的故障域失效之后。</translation>
    </message>
    <message>
        <source>After the failure of a domain of level `region`.</source>
        <translation>级别为 `region` 的故障域失效之后。</translation>
    </message>
    <message>
        <source>After something was cut off that was still alive.</source>
        <translation>仍在运行的部分被隔断之后。</translation>
    </message>
    <message>
        <source>After a failover that nothing had made necessary.</source>
        <translation>并无必要的故障转移之后。</translation>
    </message>
    <message>
        <source>After data was corrupted.</source>
        <translation>数据损坏之后。</translation>
    </message>
    <message>
        <source>After data was encrypted by an attacker.</source>
        <translation>数据被攻击者加密之后。</translation>
    </message>
    <message>
        <source>Recovery point objective: how far back in time the newest surviving write may be.</source>
        <translation>恢复点目标 (RPO)：幸存的最新写入最多可以落后多久。</translation>
    </message>
    <message>
        <source>Where is the data, how many copies are there, and how does one take over?</source>
        <translation>数据在哪里，有几个副本，怎样由另一个副本接管？</translation>
    </message>
    <message>
        <source>A group: every member holds a copy, one is primary.</source>
        <translation>一个组：每个成员持有一个副本，其中一个为主副本。</translation>
    </message>
    <message>
        <source>Bytes of one copy.</source>
        <translation>一个副本的字节数。</translation>
    </message>
    <message>
        <source>a full copy takes no time, unless `resync.refill` says how long</source>
        <translation>全量复制不需要时间，除非 `resync.refill` 写明</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>What clients write, in bytes per time.</source>
        <translation>客户端单位时间内写入的字节数。</translation>
    </message>
    <message>
        <source>loss is told in time only</source>
        <translation>只以时间表示丢失量</translation>
    </message>
    <message>
        <source>byte rate</source>
        <translation>字节速率</translation>
    </message>
    <message>
        <source>A service: `writes` are what is written at its peak, and rise and fall with its load.</source>
        <translation>一个服务：`writes` 为其峰值时的写入量，并随其负载升降。</translation>
    </message>
    <message>
        <source>nothing: `writes` are constant</source>
        <translation>无：`writes` 恒定</translation>
    </message>
    <message>
        <source>When a write is safe, and how far the copies are behind.</source>
        <translation>何时写入才算安全，各副本落后多少。</translation>
    </message>
    <message>
        <source>async</source>
        <translation>async</translation>
    </message>
    <message>
        <source>`async` (a commit waits for nobody), `semi-sync` (for replicas, until `stall` is over), `sync` (for `acks` replicas), `quorum` (for a majority of votes), `shared` (one storage, which whoever is primary attaches).</source>
        <translation>`async`（提交不等待任何副本），`semi-sync`（等待从副本，最多等 `stall`），`sync`（等待 `acks` 个从副本），`quorum`（等待多数票），`shared`（只有一份存储，由当前主副本挂载）。</translation>
    </message>
    <message>
        <source>Replicas that must have a write before its commit returns; `quorum`: copies that must.</source>
        <translation>提交返回之前必须已有该写入的从副本数；`quorum`：必须已有该写入的副本数。</translation>
    </message>
    <message>
        <source>sync and semi-sync 1; quorum a majority</source>
        <translation>sync 和 semi-sync 为 1；quorum 为多数</translation>
    </message>
    <message>
        <source>When too few replicas are left to acknowledge: `continue` alone, or `block` writes.</source>
        <translation>剩下的从副本不足以确认时：`continue` 单独继续，或 `block` 阻塞写入。</translation>
    </message>
    <message>
        <source>Which replicas acknowledge: `any` that are quickest, so that writes hang only when too few are left; `first`: the first of them in the order of the store, and when one of these is lost, writes hang until the next takes over.</source>
        <translation>由哪些从副本确认：`any`：最快的那些，因此只有剩下的太少时写入才会挂起；`first`：按存储中的次序取最前面的，失去其中之一时写入挂起，直到下一个接替。</translation>
    </message>
    <message>
        <source>How long writes hang until a lost replica is given up, or another is waited for instead.</source>
        <translation>到放弃失去的从副本、或改为等待另一个从副本之前，写入挂起多久。</translation>
    </message>
    <message>
        <source>semi-sync 10 s, else 0 s</source>
        <translation>semi-sync 为 10 s，否则为 0 s</translation>
    </message>
    <message>
        <source>How far a copy that is not in sync is behind the primary.</source>
        <translation>未同步的副本落后主副本多少。</translation>
    </message>
    <message>
        <source>How fast a replica applies what is written. While more is written, a copy that is not in sync falls behind.</source>
        <translation>从副本应用写入的速度。写入更多时，未同步的副本就会落后。</translation>
    </message>
    <message>
        <source>as fast as anything is written</source>
        <translation>与写入速度同样快</translation>
    </message>
    <message>
        <source>How another copy takes over. A bare word is a preset.</source>
        <translation>另一个副本怎样接管。只写一个词时表示预设。</translation>
    </message>
    <message>
        <source>none: the return of the primary is waited for</source>
        <translation>无：等待主副本恢复</translation>
    </message>
    <message>
        <source>`automatic`, or `manual`: people do it all.</source>
        <translation>`automatic`（自动），或 `manual`：全部由人完成。</translation>
    </message>
    <message>
        <source>The crew that does what is done by hand.</source>
        <translation>完成人工步骤的维修班组。</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>A process that has stopped is given so long to come back where it is.</source>
        <translation>已停止的进程有这么久的时间在原处恢复。</translation>
    </message>
    <message>
        <source>How a dead primary is noticed.</source>
        <translation>怎样发现主副本已失效。</translation>
    </message>
    <message>
        <source>a probe every 2 s, three failures in a row</source>
        <translation>每 2 s 探测一次，连续三次失败</translation>
    </message>
    <message>
        <source>Time until a failure is noticed: any distribution, `instant` too. Stronger than what the check's other keys would give.</source>
        <translation>到发现失效的时间：任意分布，也可为 `instant`。优先于由检查的其他键得出的结果。</translation>
    </message>
    <message>
        <source>computed from the other keys</source>
        <translation>由其他键算出</translation>
    </message>
    <message>
        <source>The same for a failure that answers nothing: a hang, a lost machine, a cut link.</source>
        <translation>同上，但用于毫无应答的失效：挂起、机器丢失、链路断开。</translation>
    </message>
    <message>
        <source>as long as `takes`, else computed from the other keys</source>
        <translation>与 `takes` 相同，否则由其他键算出</translation>
    </message>
    <message>
        <source>`probe` (the next check is timed from the end of the last), `fixed-rate`, `lease` (runs out when no heartbeat renews it), `passive` (watches real traffic).</source>
        <translation>`probe`（下一次检查从上一次结束时起计时），`fixed-rate`（固定间隔），`lease`（租约：没有心跳续约就到期），`passive`（观察真实流量）。</translation>
    </message>
    <message>
        <source>Time between checks; heartbeat period of a lease.</source>
        <translation>检查的间隔；租约的心跳周期。</translation>
    </message>
    <message>
        <source>Time between checks while the state is in transition.</source>
        <translation>状态转变期间的检查间隔。</translation>
    </message>
    <message>
        <source>`inter`</source>
        <translation>`inter`</translation>
    </message>
    <message>
        <source>Time between checks while it is down; of a passive check: until it is tried again.</source>
        <translation>判定为不可用期间的检查间隔；被动检查：再次尝试之前的时间。</translation>
    </message>
    <message>
        <source>When one check is given up; length of a lease.</source>
        <translation>多久后放弃一次检查；租约的时长。</translation>
    </message>
    <message>
        <source>Each interval varies by up to this share.</source>
        <translation>每个间隔的变动不超过这一比例。</translation>
    </message>
    <message>
        <source>Failed checks in a row until it counts as down.</source>
        <translation>连续失败多少次检查才判定为不可用。</translation>
    </message>
    <message>
        <source>Good checks in a row until it counts as up.</source>
        <translation>连续成功多少次检查才判定为可用。</translation>
    </message>
    <message>
        <source>Of a passive check: requests per time that reach what is watched.</source>
        <translation>被动检查：单位时间内到达被观察对象的请求数。</translation>
    </message>
    <message>
        <source>Probability that one check of a healthy target fails.</source>
        <translation>对健康目标的一次检查失败的概率。</translation>
    </message>
    <message>
        <source>Of a balancer: the probability that one check fails of a healthy target that is loaded to its `capacity` or beyond; in between it rises with the load.</source>
        <translation>负载均衡器：目标健康、但负载达到或超过其 `capacity` 时，一次检查失败的概率；其间随负载上升。</translation>
    </message>
    <message>
        <source>`false_positive`, whatever the load</source>
        <translation>`false_positive`，与负载无关</translation>
    </message>
    <message>
        <source>Choosing who shall follow: an election, a lock, a comparison of positions.</source>
        <translation>选出由谁继任：选举、加锁、比较复制位置。</translation>
    </message>
    <message>
        <source>How long it takes: any distribution.</source>
        <translation>所需时间：任意分布。</translation>
    </message>
    <message>
        <source>Probability that it succeeds.</source>
        <translation>成功的概率。</translation>
    </message>
    <message>
        <source>Making sure that the old primary cannot write any more. Without it, and without `self_demotes`, one that is cut off but alive writes on: a split brain.</source>
        <translation>确保旧主副本不能再写入。没有它、也没有 `self_demotes` 时，被隔断但仍在运行的主副本会继续写入：脑裂。</translation>
    </message>
    <message>
        <source>no fencing</source>
        <translation>不隔离</translation>
    </message>
    <message>
        <source>The chosen copy replays what it has received and opens for writes.</source>
        <translation>选中的副本重放已收到的内容，然后开放写入。</translation>
    </message>
    <message>
        <source>Clients find the new primary.</source>
        <translation>客户端找到新的主副本。</translation>
    </message>
    <message>
        <source>Caches and connections fill before clients are served again.</source>
        <translation>客户端重新得到服务之前，缓存和连接先行填充。</translation>
    </message>
    <message>
        <source>Recovery by people: in `manual` mode, and after a stage that failed.</source>
        <translation>由人恢复：在 `manual` 模式下，以及某阶段失败之后。</translation>
    </message>
    <message>
        <source>with `by` the crew's `ack` and `decide`, else nobody steps in</source>
        <translation>有 `by` 时为该维修班组的 `ack` 与 `decide`，否则无人介入</translation>
    </message>
    <message>
        <source>A planned hand-over from the primary to the best replica before planned maintenance of its machine, and for `failback`: how long nobody can write. Nothing is lost, whatever the replication.</source>
        <translation>在主副本所在机器的计划维护之前、以及为 `failback`，有计划地把主副本交给最好的从副本：多久不能写入。无论采用何种复制方式都不丢失数据。</translation>
    </message>
    <message>
        <source>maintenance of the primary costs all stages from `decide` to `warm`</source>
        <translation>维护主副本要经历从 `decide` 到 `warm` 的所有阶段</translation>
    </message>
    <message>
        <source>The store's first copy becomes primary again, by a `switchover`, when it has been a healthy replica for so long: any distribution, `instant` too, or `never`. A failure meanwhile begins the wait anew.</source>
        <translation>存储的第一个副本作为健康的从副本达到这么久之后，通过 `switchover` 重新成为主副本：任意分布，也可为 `instant` 或 `never`。其间若失效，则重新开始等待。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>A primary that is cut off stops by itself, because its lease runs out or a watchdog fires.</source>
        <translation>被隔断的主副本因租约到期或看门狗触发而自行停止。</translation>
    </message>
    <message>
        <source>false</source>
        <translation>false</translation>
    </message>
    <message>
        <source>A copy that is further behind is not promoted automatically: a time, or an amount of writes.</source>
        <translation>落后超过此值的副本不会被自动提升：时间，或写入量。</translation>
    </message>
    <message>
        <source>duration or size</source>
        <translation>时长或大小</translation>
    </message>
    <message>
        <source>The automation works only while all of these are up.</source>
        <translation>只有这些全部可用时，自动机制才起作用。</translation>
    </message>
    <message>
        <source>What the primary does when `needs` are not up: `stay` primary, or `step-down` after `step_down`, so that nobody can write until they are back and it is elected again.</source>
        <translation>`needs` 不可用时主副本怎么办：`stay` 仍为主副本，或 `step-down`，在 `step_down` 之后退位，于是在它们恢复并重新选举之前不能写入。</translation>
    </message>
    <message>
        <source>From the loss of `needs` until the primary steps down, and where it `self_demotes` from being cut off until it takes no more writes.</source>
        <translation>从失去 `needs` 到主副本退位的时间；在 `self_demotes` 时，从被隔断到不再接受写入的时间。</translation>
    </message>
    <message>
        <source>as long as a silent failure takes to be noticed: until a lease runs out</source>
        <translation>与发现无应答失效所需的时间相同：直到租约到期</translation>
    </message>
    <message>
        <source>These have a vote beside the copies.</source>
        <translation>除副本之外，这些也有投票权。</translation>
    </message>
    <message>
        <source>No second automatic failover so soon after one.</source>
        <translation>一次自动故障转移之后，这么久之内不再进行第二次。</translation>
    </message>
    <message>
        <source>How often a healthy primary is taken for dead.</source>
        <translation>健康的主副本被误判为失效的频度。</translation>
    </message>
    <message>
        <source>Share of the writes that still reach the old primary during a split brain.</source>
        <translation>脑裂期间仍到达旧主副本的写入所占的比例。</translation>
    </message>
    <message>
        <source>When no copy was left: from the first that comes back until it serves.</source>
        <translation>没有任何副本剩下时：从第一个副本恢复到它提供服务的时间。</translation>
    </message>
    <message>
        <source>all stages from `decide` to `warm`</source>
        <translation>从 `decide` 到 `warm` 的所有阶段</translation>
    </message>
    <message>
        <source>When failed members are repaired: `at-once`, or `after-failover`: when the failover is over.</source>
        <translation>失效的成员何时修复：`at-once`（立即），或 `after-failover`：故障转移结束之后。</translation>
    </message>
    <message>
        <source>How a copy follows again.</source>
        <translation>副本怎样重新跟上。</translation>
    </message>
    <message>
        <source>at once after an absence; a full copy at 300 MB/s</source>
        <translation>短暂缺席后立即跟上；全量复制为 300 MB/s</translation>
    </message>
    <message>
        <source>Time to follow again after an absence with the data kept.</source>
        <translation>数据仍在时，缺席之后重新跟上所需的时间。</translation>
    </message>
    <message>
        <source>Time of a full copy.</source>
        <translation>全量复制的时间。</translation>
    </message>
    <message>
        <source>`size` / `rate`</source>
        <translation>`size` / `rate`</translation>
    </message>
    <message>
        <source>a full copy's time</source>
        <translation>与全量复制的时间相同</translation>
    </message>
    <message>
        <source>Speed of a full copy.</source>
        <translation>全量复制的速度。</translation>
    </message>
    <message>
        <source>Copies elsewhere that follow the primary.</source>
        <translation>位于别处、跟随主副本的副本。</translation>
    </message>
    <message>
        <source>A group: every member holds a copy.</source>
        <translation>一个组：每个成员持有一个副本。</translation>
    </message>
    <message>
        <source>How it follows; see `replication`.</source>
        <translation type="vanished">它怎样跟随；见 `replication`。</translation>
    </message>
    <message>
        <source>How far it is behind the primary.</source>
        <translation>它落后主副本多少。</translation>
    </message>
    <message>
        <source>Who may make it primary: `failover` (by itself), `plan` (people or a plan), `never`.</source>
        <translation>谁可以使它成为主副本：`failover`（自动），`plan`（由人或预案），`never`（从不）。</translation>
    </message>
    <message>
        <source>Who sends traffic where, and how does it notice?</source>
        <translation>谁把流量送到哪里，又怎样察觉变化？</translation>
    </message>
    <message>
        <source>Where it sends traffic: groups, balancers, services. With `mode = "priority"` the first goes first.</source>
        <translation>它把流量送到哪里：组、负载均衡器、服务。采用 `mode = "priority"` 时，排在前面的优先。</translation>
    </message>
    <message>
        <source>The group that it runs on.</source>
        <translation>它运行所在的组。</translation>
    </message>
    <message>
        <source>no machines of its own: it never fails by itself</source>
        <translation>没有自己的机器：它本身从不失效</translation>
    </message>
    <message>
        <source>How its address moves among the members of `on`. A bare word is a preset.</source>
        <translation>它的地址怎样在 `on` 的成员之间移动。只写一个词时表示预设。</translation>
    </message>
    <message>
        <source>preset vrrp</source>
        <translation>预设 vrrp</translation>
    </message>
    <message>
        <source>`spread` (all targets alike), `weighted` (by `weights`), `priority` (the first of `to` that works).</source>
        <translation>`spread`（所有目标均分），`weighted`（按 `weights`），`priority`（`to` 中第一个可用的）。</translation>
    </message>
    <message>
        <source>With `mode = "weighted"`: one number for each entry of `to`.</source>
        <translation>采用 `mode = "weighted"` 时：为 `to` 的每一项给出一个数值。</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>全部相同</translation>
    </message>
    <message>
        <source>number or list</source>
        <translation>数值，或其列表</translation>
    </message>
    <message>
        <source>How it notices that a target is down, and that it is back. `instant` is a knowledge that no real balancer has.</source>
        <translation>它怎样察觉目标不可用以及恢复。`instant` 是任何真实的负载均衡器都不具备的知情能力。</translation>
    </message>
    <message>
        <source>preset haproxy: a probe every 2 s, three failures in a row, back after two good ones</source>
        <translation>预设 haproxy：每 2 s 探测一次，连续三次失败即移出，两次成功即恢复</translation>
    </message>
    <message>
        <source>What becomes of a request whose server did not answer.</source>
        <translation>服务器没有应答的请求怎么处理。</translation>
    </message>
    <message>
        <source>3 tries, the last one elsewhere</source>
        <translation>尝试 3 次，最后一次换到别处</translation>
    </message>
    <message>
        <source>How often a request that failed is tried again.</source>
        <translation>失败的请求再次尝试多少次。</translation>
    </message>
    <message>
        <source>Where the further tries go: `never` elsewhere, elsewhere with the `last` one only, `always`.</source>
        <translation>再次尝试送到哪里：`never` 从不换目标，`last` 只有最后一次换目标，`always` 总是换目标。</translation>
    </message>
    <message>
        <source>Requests that only timed out are tried again too, not just those that were refused.</source>
        <translation>只是超时的请求也再次尝试，而不仅是被拒绝的请求。</translation>
    </message>
    <message>
        <source>Further tries are at most this share of the requests.</source>
        <translation>再次尝试最多占请求的这一比例。</translation>
    </message>
    <message>
        <source>A try waits so long for a target that is silent. It matters where `connections` are limited.</source>
        <translation>一次尝试等待无响应目标的时间。在 `connections` 有限时起作用。</translation>
    </message>
    <message>
        <source>the `timeout` of `check`</source>
        <translation>`check` 的 `timeout`</translation>
    </message>
    <message>
        <source>What it does when too few targets are well, or too much comes.</source>
        <translation>健康目标太少或请求太多时怎么办。</translation>
    </message>
    <message>
        <source>health is always heeded; what exceeds the capacity is refused</source>
        <translation>始终依据健康状态；超出容量的请求被拒绝</translation>
    </message>
    <message>
        <source>With a smaller share of its targets in rotation it ignores their health: all get traffic.</source>
        <translation>参与分配的目标低于这一比例时，不再理会健康状态：所有目标都得到流量。</translation>
    </message>
    <message>
        <source>With no target in rotation all get traffic.</source>
        <translation>没有任何目标参与分配时，所有目标都得到流量。</translation>
    </message>
    <message>
        <source>At most this share of the targets, and at least one, is taken out of rotation.</source>
        <translation>最多移出这一比例的目标，至少可移出一个。</translation>
    </message>
    <message>
        <source>What exceeds the capacity is refused at once; if `false`, everybody waits, many in vain.</source>
        <translation>超出容量的请求立即拒绝；若为 `false`，则全部等待，其中许多徒劳。</translation>
    </message>
    <message>
        <source>Without `shed`: share of the capacity that still does useful work in overload.</source>
        <translation>没有 `shed` 时：过载时仍能完成有效工作的容量比例。</translation>
    </message>
    <message>
        <source>Requests that may wait at one target. With `patience` instead of `shed`: if the whole queue is worked off within that time, the rest is refused; if not, many wait in vain.</source>
        <translation>一个目标前可以等待的请求数。以 `patience` 代替 `shed` 时：若整个队列能在该时间内处理完，其余请求被拒绝；否则许多请求徒劳等待。</translation>
    </message>
    <message>
        <source>`shed` says it</source>
        <translation>由 `shed` 决定</translation>
    </message>
    <message>
        <source>Users wait so long for an answer.</source>
        <translation>用户等待应答的时间。</translation>
    </message>
    <message>
        <source>With `mode = "priority"`: requests beyond this share of what the targets of one tier that are in rotation can serve go to the next tier; the last one gets all the rest.</source>
        <translation>采用 `mode = "priority"` 时：超出本层参与分配的目标处理能力的这一比例的请求送到下一层；最后一层得到其余全部请求。</translation>
    </message>
    <message>
        <source>the next tier only serves when nothing of the first is in rotation</source>
        <translation>只有第一层没有目标参与分配时，下一层才提供服务</translation>
    </message>
    <message>
        <source>Requests that the balancer handles at once; beyond that it refuses. It is busy with each for `response`, or for `timeout` of `retry` where the target is silent (Little's law).</source>
        <translation>负载均衡器同时处理的请求数；超出的被拒绝。每个请求占用 `response` 的时间；目标无响应时占用 `retry` 的 `timeout`（利特尔法则）。</translation>
    </message>
    <message>
        <source>With `connections`: mean time that an answer takes.</source>
        <translation>与 `connections` 一起使用：一次应答所需的平均时间。</translation>
    </message>
    <message>
        <source>`connections` limit nothing</source>
        <translation>`connections` 不作任何限制</translation>
    </message>
    <message>
        <source>A target that is back gets its share in a straight line over so long.</source>
        <translation>恢复的目标在这段时间内，其流量份额线性增长。</translation>
    </message>
    <message>
        <source>DNS: clients keep an address so long.</source>
        <translation>DNS：客户端保留一个地址的时间。</translation>
    </message>
    <message>
        <source>DNS: share of the clients that keep an address longer than `ttl`.</source>
        <translation>DNS：保留地址超过 `ttl` 的客户端比例。</translation>
    </message>
    <message>
        <source>DNS: mean time that these keep it.</source>
        <translation>DNS：这些客户端保留地址的平均时间。</translation>
    </message>
    <message>
        <source>Who repairs, how many at once, and when?</source>
        <translation>谁来修复，同时修几个，何时修？</translation>
    </message>
    <message>
        <source>Repairs that can go on at the same time.</source>
        <translation>可以同时进行的修复数。</translation>
    </message>
    <message>
        <source>When the crew works.</source>
        <translation>维修班组的工作时间。</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>window or list</source>
        <translation>时间窗口，或其列表</translation>
    </message>
    <message>
        <source>Which job is next: `fifo`, `priority` or `random`.</source>
        <translation>下一个任务是哪个：`fifo`（先到先修）、`priority`（按优先级）或 `random`（随机）。</translation>
    </message>
    <message>
        <source>With `order = "priority"`: a more urgent job interrupts.</source>
        <translation>采用 `order = "priority"` 时：更紧急的任务会打断正在进行的任务。</translation>
    </message>
    <message>
        <source>Time from the call to an answer.</source>
        <translation>从呼叫到应答的时间。</translation>
    </message>
    <message>
        <source>Time to decide what to do, where a failover asks for it.</source>
        <translation type="vanished">故障转移需要人决定时，作出决定的时间。</translation>
    </message>
    <message>
        <source>Travel before each repair.</source>
        <translation type="vanished">每次修复前的路程时间。</translation>
    </message>
    <message>
        <source>Which shocks hit many things?</source>
        <translation>哪些冲击会同时波及许多对象？</translation>
    </message>
    <message>
        <source>What a shock hits: groups, members, nodes, domains, tags.</source>
        <translation>冲击所波及的对象：组、成员、节点、故障域、标签。</translation>
    </message>
    <message>
        <source>Shocks per time; a Poisson process.</source>
        <translation>单位时间的冲击次数；泊松过程。</translation>
    </message>
    <message>
        <source>time between shocks</source>
        <translation>冲击间隔</translation>
    </message>
    <message>
        <source>Time between shocks: any distribution.</source>
        <translation>冲击之间的时间：任意分布。</translation>
    </message>
    <message>
        <source>Probability of each target to be hit by a shock.</source>
        <translation>每个目标被一次冲击击中的概率。</translation>
    </message>
    <message>
        <source>Hits fall uniformly within this time after the shock.</source>
        <translation>击中时刻在冲击之后的这段时间内均匀分布。</translation>
    </message>
    <message>
        <source>What a hit does; see failure modes.</source>
        <translation>击中的后果；见失效模式。</translation>
    </message>
    <message>
        <source>Time to repair what was hit: any distribution.</source>
        <translation>修复被击中对象的时间：任意分布。</translation>
    </message>
    <message>
        <source>the repair of the target's first failure mode</source>
        <translation>目标第一个失效模式的修复时间</translation>
    </message>
    <message>
        <source>Mean time to repair what was hit; exponential.</source>
        <translation>修复被击中对象的平均时间；指数分布。</translation>
    </message>
    <message>
        <source>Time until someone notices and repair can begin.</source>
        <translation>到有人发现并可以开始修复的时间。</translation>
    </message>
    <message>
        <source>What happens at a known time?</source>
        <translation>在已知的时刻会发生什么？</translation>
    </message>
    <message>
        <source>When, from the start of the trial.</source>
        <translation>自试验开始起的时刻。</translation>
    </message>
    <message>
        <source>`fail TARGET`, `fail TARGET for TIME`, `restore TARGET`; `partition TARGET for TIME` cuts it off from everything, `partition A from B for TIME` cuts the copies in A off from the rest of each store that has copies in B too, while users reach both sides; `slow TARGET by SHARE for TIME`; `resize TARGET to RATE takes TIME` (one member after the other); `scale load of SERVICE by NUMBER`, the same `for TIME` (the load is so many times what it was; what overlaps multiplies).</source>
        <translation type="vanished">`fail TARGET`、`fail TARGET for TIME`、`restore TARGET`；`partition TARGET for TIME` 把目标与一切隔断，`partition A from B for TIME` 把 A 中的副本与在 B 中也有副本的各存储的其余部分隔断，而用户仍能到达两侧；`slow TARGET by SHARE for TIME`；`resize TARGET to RATE takes TIME`（成员逐个进行）；`scale load of SERVICE by NUMBER`，可另加 `for TIME`（负载变为原来的这么多倍；重叠时相乘）。</translation>
    </message>
    <message>
        <source>action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Whether it happens.</source>
        <translation>它是否发生。</translation>
    </message>
    <message>
        <source>Older copies.</source>
        <translation type="vanished">较旧的副本。</translation>
    </message>
    <message>
        <source>restoring from older copies is not simulated</source>
        <translation type="vanished">不模拟从较旧副本恢复</translation>
    </message>
    <message>
        <source>A recovery of several steps.</source>
        <translation type="vanished">分多步进行的恢复。</translation>
    </message>
    <message>
        <source>plans are not simulated</source>
        <translation type="vanished">不模拟预案</translation>
    </message>
    <message>
        <source>Values to sweep.</source>
        <translation type="vanished">要扫描的取值。</translation>
    </message>
    <message>
        <source>sweeps are not read from the file</source>
        <translation type="vanished">不从文件读取参数扫描</translation>
    </message>
    <message>
        <source>AWS Application Load Balancer at its defaults: a target leaves after 30 to 60 s if it refuses and 35 to 65 s after silence, and is back after 120 to 150 s; with no healthy target all get traffic</source>
        <translation>AWS Application Load Balancer，默认设置：目标拒绝连接时 30 至 60 s 后移出，无响应时 35 至 65 s 后移出，120 至 150 s 后恢复；没有健康目标时，所有目标都得到流量</translation>
    </message>
    <message>
        <source>AWS Network Load Balancer at its defaults: a target leaves after 30 to 60 s if it refuses and 40 to 70 s after silence, and is back after 120 to 150 s; with no healthy target all get traffic</source>
        <translation>AWS Network Load Balancer，默认设置：目标拒绝连接时 30 至 60 s 后移出，无响应时 40 至 70 s 后移出，120 至 150 s 后恢复；没有健康目标时，所有目标都得到流量</translation>
    </message>
    <message>
        <source>Names that lead to the first target that works: 60 to 90 s until a refusal is noticed and 65 to 95 s for silence, then clients keep the old address for up to 60 s more, and one in twenty for 15 min on average</source>
        <translation>指向第一个可用目标的域名：60 至 90 s 后发现拒绝，65 至 95 s 后发现无响应，此后客户端还会保留旧地址最多 60 s，其中二十分之一平均保留 15 min</translation>
    </message>
    <message>
        <source>Envoy with outlier detection at its defaults: a target leaves after 5 errors in a row and is tried again within 30 s; at most 10% of the targets leave, and with fewer than half in rotation all get traffic. Without a retry policy nothing is tried again; with one, once: retry = { tries = 1, redispatch = "always" }</source>
        <translation>Envoy，离群检测采用默认设置：连续 5 次错误后移出目标，30 s 内再次尝试；最多移出 10% 的目标，参与分配的不足一半时所有目标都得到流量。没有重试策略时不再尝试；有则尝试一次：retry = { tries = 1, redispatch = "always" }</translation>
    </message>
    <message>
        <source>HAProxy at its defaults with `option redispatch`: a target leaves after 4 to 6 s if it refuses and 10 to 12 s after silence, and is back after 2 to 4 s. It limits neither connections nor queues unless told so: overload = { shed = false } is that</source>
        <translation>HAProxy，默认设置加 `option redispatch`：目标拒绝连接时 4 至 6 s 后移出，无响应时 10 至 12 s 后移出，2 至 4 s 后恢复。除非另行设置，不限制连接数和队列：即 overload = { shed = false }</translation>
    </message>
    <message>
        <source>Kubernetes service in front of pods with readiness probes at their defaults: a pod leaves after 20 to 30 s if it refuses and 21 to 31 s after silence, and is back after 0 to 10 s. The loss of a whole node takes 40 to 50 s: check = { preset = "k8s-node" } is that</source>
        <translation>Kubernetes 服务，后端 Pod 的就绪探针采用默认设置：Pod 拒绝连接时 20 至 30 s 后移出，无响应时 21 至 31 s 后移出，0 至 10 s 后恢复。整个节点丢失需 40 至 50 s：即 check = { preset = "k8s-node" }</translation>
    </message>
    <message>
        <source>keepalived in front of real servers, at its defaults: a server leaves after 3 to 63 s if it refuses, 13 to 73 s after silence, and is back after 0 to 60 s. Its own address moves by VRRP</source>
        <translation>keepalived 用于真实服务器之前，默认设置：服务器拒绝连接时 3 至 63 s 后移出，无响应时 13 至 73 s 后移出，0 至 60 s 后恢复。其自身地址通过 VRRP 移动</translation>
    </message>
    <message>
        <source>nginx at its defaults: the first request that is refused takes a target out, the first that meets silence after 60 s; it is tried again within 10 s. A request goes on to the next server until all were tried. nginx never takes a single server out: with one target write overload = { fail_open = true }</source>
        <translation>nginx，默认设置：第一个被拒绝的请求即把目标移出，遇到无响应时在 60 s 后移出；10 s 内再次尝试。请求依次送往下一台服务器，直到全部试过。nginx 从不移出唯一的服务器：只有一个目标时请写 overload = { fail_open = true }</translation>
    </message>
    <message>
        <source>nginx Plus with active checks at its defaults: a target leaves after 0 to 5 s if it refuses and is back after 0 to 5 s; one failed check is enough</source>
        <translation>nginx Plus，主动检查采用默认设置：目标拒绝连接时 0 至 5 s 后移出，0 至 5 s 后恢复；一次检查失败即可</translation>
    </message>
    <message>
        <source>Amazon Route 53, records that fail over: 60 to 150 s until the name servers answer otherwise, then clients keep the old address for up to 60 s more; when all are unhealthy all are answered</source>
        <translation>Amazon Route 53，故障转移记录：60 至 150 s 后域名服务器改变应答，此后客户端还会保留旧地址最多 60 s；全部不健康时，全部都会应答</translation>
    </message>
    <message>
        <source>AWS Application Load Balancer at its defaults: out after 30 to 60 s if refused and 35 to 65 s after silence, back after 120 to 150 s</source>
        <translation>AWS Application Load Balancer，默认设置：拒绝连接时 30 至 60 s 后移出，无响应时 35 至 65 s 后移出，120 至 150 s 后恢复</translation>
    </message>
    <message>
        <source>AWS Network Load Balancer at its defaults, TCP checks: out after 30 to 60 s if refused and 40 to 70 s after silence, back after 120 to 150 s. It also watches real connections, in a way that is not documented; that is left out</source>
        <translation>AWS Network Load Balancer，默认设置，TCP 检查：拒绝连接时 30 至 60 s 后移出，无响应时 40 至 70 s 后移出，120 至 150 s 后恢复。它还以未公开的方式观察真实连接；此处未计入</translation>
    </message>
    <message>
        <source>A checker behind a name server that asks every 30 s and wants three failures: 60 to 90 s if refused, 65 to 95 s after silence; back after 60 to 90 s</source>
        <translation>域名服务器背后的检查器，每 30 s 询问一次，需三次失败：拒绝连接时 60 至 90 s，无响应时 65 至 95 s；60 至 90 s 后恢复</translation>
    </message>
    <message>
        <source>Envoy's outlier detection at its defaults: out after 5 errors in a row, tried again within 30 s. The time out of rotation grows with each ejection, up to 300 s; here it does not. Envoy's active checks have no defaults: write kind = "probe" with inter, fall and rise</source>
        <translation>Envoy 的离群检测，默认设置：连续 5 次错误后移出，30 s 内再次尝试。真实的 Envoy 每次移出的时间会加长，最多 300 s；此处不加长。Envoy 的主动检查没有默认值：请写 kind = "probe" 并给出 inter、fall 和 rise</translation>
    </message>
    <message>
        <source>HAProxy's active check at its defaults: out after 4 to 6 s if connections are refused and 10 to 12 s after silence, back after 2 to 4 s</source>
        <translation>HAProxy 的主动检查，默认设置：拒绝连接时 4 至 6 s 后移出，无响应时 10 至 12 s 后移出，2 至 4 s 后恢复</translation>
    </message>
    <message>
        <source>Kubernetes, loss of a whole node: its endpoints leave after 40 to 50 s. Its pods are made anew elsewhere only after 300 s more</source>
        <translation>Kubernetes，整个节点丢失：其端点 40 至 50 s 后移出。其 Pod 再过 300 s 才在别处重建</translation>
    </message>
    <message>
        <source>Kubernetes readiness probe at its defaults: out of the endpoints after 20 to 30 s if refused and 21 to 31 s after silence, back after 0 to 10 s. The kubelet of the same node asks, so that a lost node is noticed otherwise: check k8s-node</source>
        <translation>Kubernetes 就绪探针，默认设置：拒绝连接时 20 至 30 s 后移出端点列表，无响应时 21 至 31 s，0 至 10 s 后恢复。由同一节点上的 kubelet 询问，因此节点丢失要用另一种方式发现：检查 k8s-node</translation>
    </message>
    <message>
        <source>keepalived, check of the real servers behind an address, at its defaults: out after 3 to 63 s if refused, back after 0 to 60 s. Silence is noticed 10 s later</source>
        <translation>keepalived，对一个地址背后的真实服务器的检查，默认设置：拒绝连接时 3 至 63 s 后移出，0 至 60 s 后恢复。无响应再晚 10 s 发现</translation>
    </message>
    <message>
        <source>nginx, which has no checks of its own and watches real requests: out after the first request that is refused, or after one that waited 60 s in vain; tried again within 10 s</source>
        <translation>nginx 自身没有检查，而是观察真实请求：第一个被拒绝的请求之后、或某个请求徒劳等待 60 s 之后移出；10 s 内再次尝试</translation>
    </message>
    <message>
        <source>nginx Plus, active check at its defaults: out after 0 to 5 s if refused, back after 0 to 5 s. One failure is enough, so that a lost probe takes a healthy server out. Silence is noticed one `timeout` later, here as long as `inter`</source>
        <translation>nginx Plus，主动检查，默认设置：拒绝连接时 0 至 5 s 后移出，0 至 5 s 后恢复。一次失败即可，因此丢失一次探测就会移出健康的服务器。无响应再晚一个 `timeout` 发现，此处与 `inter` 等长</translation>
    </message>
    <message>
        <source>Amazon Route 53 at its defaults: 60 to 90 s until a target counts as failed, and up to 60 s more until all name servers know. With inter = "10 s" write fall = 3 as well: 20 to 30 s, without the name servers. Back after 60 to 90 s</source>
        <translation>Amazon Route 53，默认设置：60 至 90 s 后判定目标失败，所有域名服务器最多再过 60 s 知晓。采用 inter = "10 s" 时请同时写 fall = 3：20 至 30 s，不含域名服务器。60 至 90 s 后恢复</translation>
    </message>
    <message>
        <source>Availability zone of a cloud region</source>
        <translation>云区域中的一个可用区</translation>
    </message>
    <message>
        <source>Cloud region: outages that reach all of its zones</source>
        <translation>云区域：波及其所有可用区的中断</translation>
    </message>
    <message>
        <source>Cooling fails and most servers of a cluster switch off within minutes</source>
        <translation>制冷失效，集群的大部分服务器在几分钟内关机</translation>
    </message>
    <message>
        <source>A site behind one wide-area link of a median vendor: alive but unreachable while it is cut</source>
        <translation>通过一条中等水平供应商的广域链路连接的站点：链路断开时仍在运行但无法到达</translation>
    </message>
    <message>
        <source>A network mistake that people must find and undo</source>
        <translation>须由人发现并撤销的网络操作失误</translation>
    </message>
    <message>
        <source>Object storage in another place and account, known by its service level agreement</source>
        <translation>位于另一地点和账户的对象存储，由其服务等级协议得知</translation>
    </message>
    <message>
        <source>Power distribution unit that feeds 500 to 1000 machines</source>
        <translation>为 500 至 1000 台机器供电的配电单元</translation>
    </message>
    <message>
        <source>A rack: shared switch, power strip and doors; takes all its members down</source>
        <translation>机架：共用交换机、电源排和机柜门；停机时其全部成员随之停机</translation>
    </message>
    <message>
        <source>Power of a site behind batteries, a transfer switch and a generator</source>
        <translation>由蓄电池、转换开关和发电机保障的站点电源</translation>
    </message>
    <message>
        <source>Everything behind one aggregation switch: alive but unreachable while it is down</source>
        <translation>一台汇聚交换机背后的全部设备：交换机停机时它们仍在运行但无法到达</translation>
    </message>
    <message>
        <source>Everything behind one top-of-rack switch: alive but unreachable while it is down</source>
        <translation>一台机架顶部交换机背后的全部设备：交换机停机时它们仍在运行但无法到达</translation>
    </message>
    <message>
        <source>Public electricity supply in the United States, without any backup power</source>
        <translation>美国的公共供电，没有任何后备电源</translation>
    </message>
    <message>
        <source>Amazon Aurora with a replica: at most 120 s and mostly below 60 s, as documented; without one a new instance within 10 min. Combine with replication = "shared"</source>
        <translation>Amazon Aurora，有一个副本：按文档最多 120 s，多数低于 60 s；没有副本时 10 min 内新建实例。请与 replication = "shared" 搭配</translation>
    </message>
    <message>
        <source>etcd, and Raft with its timeouts, three members: 1 to 2.5 s; without a majority nobody writes. Combine with replication = "quorum"</source>
        <translation>etcd 及采用其超时设置的 Raft，三个成员：1 至 2.5 s；没有多数则无人可写。请与 replication = "quorum" 搭配</translation>
    </message>
    <message>
        <source>Ideal: another copy takes over at the very moment, and the old primary stops</source>
        <translation>理想情形：另一个副本在同一瞬间接管，旧主副本即刻停止</translation>
    </message>
    <message>
        <source>Kafka partition under a KRaft controller: 7 to 12 s. With acks=all and min.insync.replicas=2 combine with replication = { mode = "sync", without_replica = "block" }; Kafka's own default of 1 is without_replica = "continue"</source>
        <translation>KRaft 控制器下的 Kafka 分区：7 至 12 s。采用 acks=all 和 min.insync.replicas=2 时请与 replication = { mode = "sync", without_replica = "block" } 搭配；Kafka 自身的默认值 1 对应 without_replica = "continue"</translation>
    </message>
    <message>
        <source>MongoDB replica set: 9 to 14 s, median below 12 s; without a majority it is read-only. With w:majority combine with replication = "quorum"</source>
        <translation>MongoDB 副本集：9 至 14 s，中位数低于 12 s；没有多数则只读。采用 w:majority 时请与 replication = "quorum" 搭配</translation>
    </message>
    <message>
        <source>MySQL Group Replication with one primary: 11 to 20 s; a minority stops taking writes. Combine with replication = "quorum"</source>
        <translation>MySQL 组复制，单主：11 至 20 s；少数派停止接受写入。请与 replication = "quorum" 搭配</translation>
    </message>
    <message>
        <source>MySQL with orchestrator and recovery switched on: 10 to 30 s; nothing fences the old primary. A silent failure counts only when the replicas miss it too: here after the recommended replica_net_timeout of 4 s; with the server's default of 60 s write detect.takes_silent = "uniform(60 s, 66 s)". Combine with replication = "async" or "semi-sync"</source>
        <translation>MySQL 加 orchestrator，并启用恢复：10 至 30 s；不隔离旧主副本。无响应的失效只有在从副本也察觉时才算数：此处为建议的 replica_net_timeout 4 s 之后；若采用服务器默认的 60 s，请写 detect.takes_silent = "uniform(60 s, 66 s)"。请与 replication = "async" 或 "semi-sync" 搭配</translation>
    </message>
    <message>
        <source>Pacemaker with corosync, two nodes, and fencing by IPMI: 15 to 60 s. Without a successful fence nothing is recovered. Combine with replication = "shared", or "sync" for DRBD protocol C</source>
        <translation>Pacemaker 加 corosync，两个节点，以 IPMI 隔离：15 至 60 s。隔离不成功则不恢复任何东西。请与 replication = "shared" 搭配，DRBD 协议 C 则与 "sync" 搭配</translation>
    </message>
    <message>
        <source>PostgreSQL with Patroni and HAProxy: 24 to 41 s after the loss of a host. A stopped PostgreSQL is restarted where it is for up to 5 min first. Combine with replication = { mode = "async", lag = .. }</source>
        <translation>PostgreSQL 加 Patroni 和 HAProxy：主机丢失后 24 至 41 s。停止的 PostgreSQL 先在原处重启，最多 5 min。请与 replication = { mode = "async", lag = .. } 搭配</translation>
    </message>
    <message>
        <source>Patroni with synchronous_mode: 24 to 41 s after the loss of a host; only a synchronous standby may win, and without one the primary goes on alone. Combine with replication = { mode = "sync", sync_with = "first", stall = "uniform(0 s, 10 s)" }</source>
        <translation>Patroni，采用 synchronous_mode：主机丢失后 24 至 41 s；只有同步备库可以胜出，没有同步备库时主库单独继续。请与 replication = { mode = "sync", sync_with = "first", stall = "uniform(0 s, 10 s)" } 搭配</translation>
    </message>
    <message>
        <source>Patroni with synchronous_mode_strict: like patroni-sync, but without a standby writes wait until one returns. Combine with replication = { mode = "sync", without_replica = "block" }</source>
        <translation>Patroni，采用 synchronous_mode_strict：与 patroni-sync 相同，但没有备库时写入要等到有备库恢复。请与 replication = { mode = "sync", without_replica = "block" } 搭配</translation>
    </message>
    <message>
        <source>Patroni whose primary is also reset by a watchdog before its lease ends: 24 to 41 s, and no split brain even if Patroni itself hangs. Combine with replication = { mode = "async", lag = .. }</source>
        <translation>Patroni，其主库还会在租约结束前被看门狗复位：24 至 41 s，即使 Patroni 本身挂起也不会脑裂。请与 replication = { mode = "async", lag = .. } 搭配</translation>
    </message>
    <message>
        <source>PostgreSQL streaming replication alone: people notice, decide, promote and point the clients; nothing fences. Combine with replication = { mode = "async", lag = .. }</source>
        <translation>只用 PostgreSQL 流复制：由人发现、决定、提升并把客户端指向新主库；不作隔离。请与 replication = { mode = "async", lag = .. } 搭配</translation>
    </message>
    <message>
        <source>Amazon RDS, Multi-AZ instance: 60 to 120 s as documented, longer with a long crash recovery. Combine with replication = "sync"</source>
        <translation>Amazon RDS，多可用区实例：按文档 60 至 120 s，崩溃恢复较久时更长。请与 replication = "sync" 搭配</translation>
    </message>
    <message>
        <source>Amazon RDS, Multi-AZ cluster with two readers: 11 to 35 s; documented is typically below 35 s. Combine with replication = "semi-sync"</source>
        <translation>Amazon RDS，带两个只读副本的多可用区集群：11 至 35 s；文档称通常低于 35 s。请与 replication = "semi-sync" 搭配</translation>
    </message>
    <message>
        <source>Redis with Sentinel: 31 to 35 s. An isolated old master takes writes that are lost, unless min-replicas-to-write is set: then write self_demotes = true and as step_down its min-replicas-max-lag, 10 s. An attempt that fails is repeated after 6 min. Combine with replication = { mode = "async", lag = .. }</source>
        <translation>Redis 加 Sentinel：31 至 35 s。被隔离的旧主库会接受随后丢失的写入，除非设置了 min-replicas-to-write：此时请写 self_demotes = true，并以 min-replicas-max-lag 的 10 s 作为 step_down。失败的尝试在 6 min 后重复。请与 replication = { mode = "async", lag = .. } 搭配</translation>
    </message>
    <message>
        <source>PostgreSQL with repmgrd, failover = automatic (its own default is manual): 55 to 90 s; nothing fences the old primary. Combine with replication = { mode = "async", lag = .. }</source>
        <translation>PostgreSQL 加 repmgrd，failover = automatic（其自身默认为 manual）：55 至 90 s；不隔离旧主副本。请与 replication = { mode = "async", lag = .. } 搭配</translation>
    </message>
    <message>
        <source>keepalived, an address that moves by VRRP between two machines, priority 100: 2.6 to 4.6 s. Nothing fences: when advertisements are lost both are master. Combine with replication = "shared" where there is no data</source>
        <translation>keepalived，通过 VRRP 在两台机器之间移动的地址，优先级 100：2.6 至 4.6 s。不作隔离：通告丢失时两台都成为主机。没有数据时请与 replication = "shared" 搭配</translation>
    </message>
    <message>
        <source>ZooKeeper: 0.5 to 2 s after a crash, 10.5 to 12 s after a silent failure; without a majority nobody writes. Combine with replication = "quorum"</source>
        <translation>ZooKeeper：崩溃后 0.5 至 2 s，无响应失效后 10.5 至 12 s；没有多数则无人可写。请与 replication = "quorum" 搭配</translation>
    </message>
    <message>
        <source>Rented virtual machine: its system crashes or hangs, or its host is lost</source>
        <translation>租用的虚拟机：其系统崩溃或挂起，或其宿主机丢失</translation>
    </message>
    <message>
        <source>Memory error that cannot be corrected and crashes the machine</source>
        <translation>无法纠正并使机器崩溃的内存错误</translation>
    </message>
    <message>
        <source>Hard disk drive in a storage fleet; a failure loses this copy of the data</source>
        <translation>存储机群中的硬盘；失效即丢失该数据副本</translation>
    </message>
    <message>
        <source>Hard disk drive as replaced in the field, where twice as many are swapped as data sheets promise</source>
        <translation>按实际更换计的硬盘，更换数量是产品手册所称的两倍</translation>
    </message>
    <message>
        <source>Solid-state drive in an enterprise storage system; a failure loses this copy of the data</source>
        <translation>企业存储系统中的固态硬盘；失效即丢失该数据副本</translation>
    </message>
    <message>
        <source>Load-balancer appliance: short software faults, many of them repeated</source>
        <translation>负载均衡专用设备：短暂的软件故障，其中许多会重复出现</translation>
    </message>
    <message>
        <source>Wide-area link of a median vendor</source>
        <translation>中等水平供应商的广域链路</translation>
    </message>
    <message>
        <source>A node of a large storage fleet becomes unavailable for any reason, mostly restarts and reboots</source>
        <translation>大型存储机群的一个节点因任何原因不可用，多为进程重启和机器重启</translation>
    </message>
    <message>
        <source>Node of a high-performance computing cluster, hardware, software and people together</source>
        <translation>高性能计算集群的节点，硬件、软件和人为因素合计</translation>
    </message>
    <message>
        <source>Object storage bought as a service, known by its service level agreement</source>
        <translation>外购的对象存储服务，由其服务等级协议得知</translation>
    </message>
    <message>
        <source>A process that crashes and is restarted by its supervisor</source>
        <translation>会崩溃并由监管进程重启的进程</translation>
    </message>
    <message>
        <source>Server hardware that needs a technician's visit</source>
        <translation>需要技术人员上门的服务器硬件</translation>
    </message>
    <message>
        <source>Aggregation switch as a part of its own</source>
        <translation>单独建模的汇聚交换机</translation>
    </message>
    <message>
        <source>Top-of-rack switch as a part of its own</source>
        <translation>单独建模的机架顶部交换机</translation>
    </message>
    <message>
        <source>Short silence of a virtual machine while its provider moves it to another host</source>
        <translation>服务商迁移虚拟机到另一宿主机时，虚拟机的短暂无响应</translation>
    </message>
    <message>
        <source>A scaling group of cloud machines that tracks a target: three minutes of metrics must agree before it grows, fifteen before it shrinks</source>
        <translation>按目标跟踪伸缩的云主机组：指标须持续三分钟才扩容，持续十五分钟才缩容</translation>
    </message>
    <message>
        <source>Kubernetes, horizontal pod autoscaler at its defaults: about a minute from the load to new pods, which must start then; five minutes before any goes. A lost pod is made anew at once, which takes `boot`: write replaces = false if it is restarted where it is</source>
        <translation>Kubernetes，水平 Pod 自动伸缩器，默认设置：从负载变化到新 Pod 约一分钟，新 Pod 还须启动；缩减前等待五分钟。丢失的 Pod 立即重建，所需时间为 `boot`：若在原处重启，请写 replaces = false</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>可用性</translation>
    </message>
    <message>
        <source>Share of time in which the subject is up, over the horizon or in the long run.</source>
        <translation>对象处于可用状态的时间比例，按整个模拟时长或长期计。</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>次试验</translation>
    </message>
    <message>
        <source>Unavailability</source>
        <translation>不可用性</translation>
    </message>
    <message>
        <source>Share of time in which the subject is down: 1 - availability, without losing digits.</source>
        <translation>对象处于不可用状态的时间比例：1 - 可用性，不损失有效位数。</translation>
    </message>
    <message>
        <source>Request availability</source>
        <translation>请求可用性</translation>
    </message>
    <message>
        <source>Requests answered over requests offered, integrated over time; of a service without entry, load and up_when it equals the availability.</source>
        <translation>已应答请求与已提交请求之比，按时间积分；没有 entry、load 和 up_when 的服务，其值等于可用性。</translation>
    </message>
    <message>
        <source>Point availability</source>
        <translation>瞬时可用性</translation>
    </message>
    <message>
        <source>Probability that the subject is up at the given instant.</source>
        <translation>对象在给定时刻可用的概率。</translation>
    </message>
    <message>
        <source>Downtime per year</source>
        <translation>每年停机时间</translation>
    </message>
    <message>
        <source>Expected time down in a year of 365 days.</source>
        <translation>每年（365 天）停机时间的期望值。</translation>
    </message>
    <message>
        <source>Degraded time per year</source>
        <translation>每年降级时间</translation>
    </message>
    <message>
        <source>Expected time in a year in which the service is up while one of its `soft` needs is not.</source>
        <translation>服务可用但其某个 `soft` 依赖不可用的时间，每年的期望值。</translation>
    </message>
    <message>
        <source>Outages per year</source>
        <translation>每年中断次数</translation>
    </message>
    <message>
        <source>Expected number of times in a year that users lose the subject.</source>
        <translation>用户每年失去该对象的次数的期望值。</translation>
    </message>
    <message>
        <source>Mean time between outages</source>
        <translation>平均中断间隔</translation>
    </message>
    <message>
        <source>Expected time from the end of an outage to the begin of the next.</source>
        <translation>从一次中断结束到下一次中断开始的时间的期望值。</translation>
    </message>
    <message>
        <source>outages</source>
        <translation>次中断</translation>
    </message>
    <message>
        <source>Mean outage</source>
        <translation>平均中断时长</translation>
    </message>
    <message>
        <source>Expected length of an outage.</source>
        <translation>一次中断时长的期望值。</translation>
    </message>
    <message>
        <source>Mean time to first outage</source>
        <translation>首次中断前平均时间</translation>
    </message>
    <message>
        <source>Expected time from the start of a trial to its first outage.</source>
        <translation>从试验开始到首次中断的时间的期望值。</translation>
    </message>
    <message>
        <source>Chance of no outage</source>
        <translation>无中断的概率</translation>
    </message>
    <message>
        <source>Probability that no outage begins within the horizon.</source>
        <translation>模拟时长内没有中断发生的概率。</translation>
    </message>
    <message>
        <source>Chance of meeting the SLO</source>
        <translation>达到 SLO 的概率</translation>
    </message>
    <message>
        <source>Share of the objective's windows in which availability reached the target.</source>
        <translation>可用性达到目标的窗口占目标全部窗口的比例。</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>个窗口</translation>
    </message>
    <message>
        <source>Availability objective</source>
        <translation>可用性目标</translation>
    </message>
    <message>
        <source>What the scenario demands.</source>
        <translation>场景所要求的值。</translation>
    </message>
    <message>
        <source>Outage duration, mean</source>
        <translation>中断时长，平均</translation>
    </message>
    <message>
        <source>Average length of an outage.</source>
        <translation>中断时长的平均值。</translation>
    </message>
    <message>
        <source>Outage duration, median</source>
        <translation>中断时长，中位数</translation>
    </message>
    <message>
        <source>The length of an outage that 50 % of them do not exceed.</source>
        <translation>中断时长，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Outage duration, 90 %</source>
        <translation>中断时长，90 %</translation>
    </message>
    <message>
        <source>The length of an outage that 90 % of them do not exceed.</source>
        <translation>中断时长，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Outage duration, 95 %</source>
        <translation>中断时长，95 %</translation>
    </message>
    <message>
        <source>The length of an outage that 95 % of them do not exceed.</source>
        <translation>中断时长，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Outage duration, 99 %</source>
        <translation>中断时长，99 %</translation>
    </message>
    <message>
        <source>The length of an outage that 99 % of them do not exceed.</source>
        <translation>中断时长，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Outage duration, longest</source>
        <translation>中断时长，最长</translation>
    </message>
    <message>
        <source>Largest length of an outage seen in the run.</source>
        <translation>本次运行中中断时长的最大值。</translation>
    </message>
    <message>
        <source>Yearly downtime, mean</source>
        <translation>年停机时间，平均</translation>
    </message>
    <message>
        <source>Average yearly downtime of a trial.</source>
        <translation>一次试验的年停机时间的平均值。</translation>
    </message>
    <message>
        <source>Yearly downtime, median</source>
        <translation>年停机时间，中位数</translation>
    </message>
    <message>
        <source>The yearly downtime of a trial that 50 % of them do not exceed.</source>
        <translation>一次试验的年停机时间，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Yearly downtime, 90 %</source>
        <translation>年停机时间，90 %</translation>
    </message>
    <message>
        <source>The yearly downtime of a trial that 90 % of them do not exceed.</source>
        <translation>一次试验的年停机时间，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Yearly downtime, 95 %</source>
        <translation>年停机时间，95 %</translation>
    </message>
    <message>
        <source>The yearly downtime of a trial that 95 % of them do not exceed.</source>
        <translation>一次试验的年停机时间，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Yearly downtime, 99 %</source>
        <translation>年停机时间，99 %</translation>
    </message>
    <message>
        <source>The yearly downtime of a trial that 99 % of them do not exceed.</source>
        <translation>一次试验的年停机时间，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Yearly downtime, longest</source>
        <translation>年停机时间，最长</translation>
    </message>
    <message>
        <source>Largest yearly downtime of a trial seen in the run.</source>
        <translation>本次运行中一次试验的年停机时间的最大值。</translation>
    </message>
    <message>
        <source>Worst month, mean</source>
        <translation>最差月份，平均</translation>
    </message>
    <message>
        <source>Average downtime of a trial's worst month.</source>
        <translation>一次试验最差月份的停机时间的平均值。</translation>
    </message>
    <message>
        <source>Worst month, median</source>
        <translation>最差月份，中位数</translation>
    </message>
    <message>
        <source>The downtime of a trial's worst month that 50 % of them do not exceed.</source>
        <translation>一次试验最差月份的停机时间，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst month, 90 %</source>
        <translation>最差月份，90 %</translation>
    </message>
    <message>
        <source>The downtime of a trial's worst month that 90 % of them do not exceed.</source>
        <translation>一次试验最差月份的停机时间，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst month, 95 %</source>
        <translation>最差月份，95 %</translation>
    </message>
    <message>
        <source>The downtime of a trial's worst month that 95 % of them do not exceed.</source>
        <translation>一次试验最差月份的停机时间，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst month, 99 %</source>
        <translation>最差月份，99 %</translation>
    </message>
    <message>
        <source>The downtime of a trial's worst month that 99 % of them do not exceed.</source>
        <translation>一次试验最差月份的停机时间，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst month, longest</source>
        <translation>最差月份，最长</translation>
    </message>
    <message>
        <source>Largest downtime of a trial's worst month seen in the run.</source>
        <translation>本次运行中一次试验最差月份的停机时间的最大值。</translation>
    </message>
    <message>
        <source>Recovery time, mean</source>
        <translation>恢复时间，平均</translation>
    </message>
    <message>
        <source>Average time from the loss of service to its return.</source>
        <translation>从失去服务到服务恢复的时间的平均值。</translation>
    </message>
    <message>
        <source>recoveries</source>
        <translation>次恢复</translation>
    </message>
    <message>
        <source>Recovery time, median</source>
        <translation>恢复时间，中位数</translation>
    </message>
    <message>
        <source>The time from the loss of service to its return that 50 % of them do not exceed.</source>
        <translation>从失去服务到服务恢复的时间，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Recovery time, 90 %</source>
        <translation>恢复时间，90 %</translation>
    </message>
    <message>
        <source>The time from the loss of service to its return that 90 % of them do not exceed.</source>
        <translation>从失去服务到服务恢复的时间，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Recovery time, 95 %</source>
        <translation>恢复时间，95 %</translation>
    </message>
    <message>
        <source>The time from the loss of service to its return that 95 % of them do not exceed.</source>
        <translation>从失去服务到服务恢复的时间，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Recovery time, 99 %</source>
        <translation>恢复时间，99 %</translation>
    </message>
    <message>
        <source>The time from the loss of service to its return that 99 % of them do not exceed.</source>
        <translation>从失去服务到服务恢复的时间，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Recovery time, longest</source>
        <translation>恢复时间，最长</translation>
    </message>
    <message>
        <source>Largest time from the loss of service to its return seen in the run.</source>
        <translation>本次运行中从失去服务到服务恢复的时间的最大值。</translation>
    </message>
    <message>
        <source>Data loss, mean</source>
        <translation>数据丢失，平均</translation>
    </message>
    <message>
        <source>Average time whose acknowledged writes a failover or the end of a split brain discards.</source>
        <translation type="vanished">因故障转移或脑裂结束而丢弃的已确认写入所对应的时间的平均值。</translation>
    </message>
    <message>
        <source>losses</source>
        <translation>次丢失</translation>
    </message>
    <message>
        <source>Data loss, median</source>
        <translation>数据丢失，中位数</translation>
    </message>
    <message>
        <source>The time whose acknowledged writes a failover or the end of a split brain discards that 50 % of them do not exceed.</source>
        <translation type="vanished">因故障转移或脑裂结束而丢弃的已确认写入所对应的时间，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Data loss, 90 %</source>
        <translation>数据丢失，90 %</translation>
    </message>
    <message>
        <source>The time whose acknowledged writes a failover or the end of a split brain discards that 90 % of them do not exceed.</source>
        <translation type="vanished">因故障转移或脑裂结束而丢弃的已确认写入所对应的时间，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Data loss, 95 %</source>
        <translation>数据丢失，95 %</translation>
    </message>
    <message>
        <source>The time whose acknowledged writes a failover or the end of a split brain discards that 95 % of them do not exceed.</source>
        <translation type="vanished">因故障转移或脑裂结束而丢弃的已确认写入所对应的时间，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Data loss, 99 %</source>
        <translation>数据丢失，99 %</translation>
    </message>
    <message>
        <source>The time whose acknowledged writes a failover or the end of a split brain discards that 99 % of them do not exceed.</source>
        <translation type="vanished">因故障转移或脑裂结束而丢弃的已确认写入所对应的时间，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Data loss, largest</source>
        <translation>数据丢失，最大</translation>
    </message>
    <message>
        <source>Largest time whose acknowledged writes a failover or the end of a split brain discards seen in the run.</source>
        <translation type="vanished">本次运行中因故障转移或脑裂结束而丢弃的已确认写入所对应的时间的最大值。</translation>
    </message>
    <message>
        <source>Data loss in bytes, mean</source>
        <translation>数据丢失量（字节），平均</translation>
    </message>
    <message>
        <source>Average amount of acknowledged writes that are lost at a failure.</source>
        <translation>失效时丢失的已确认写入的平均数量。</translation>
    </message>
    <message>
        <source>Recovery stage, mean</source>
        <translation>恢复阶段，平均</translation>
    </message>
    <message>
        <source>Average time spent in one stage of recovery; the class names the stage.</source>
        <translation>在恢复的一个阶段中平均花费的时间；类别即阶段的名称。</translation>
    </message>
    <message>
        <source>Recovery time objective</source>
        <translation>恢复时间目标 (RTO)</translation>
    </message>
    <message>
        <source>Chance of meeting the RTO</source>
        <translation>达到 RTO 的概率</translation>
    </message>
    <message>
        <source>Share of recoveries that were no longer than the objective.</source>
        <translation>不超过目标的恢复所占的比例。</translation>
    </message>
    <message>
        <source>Recovery point objective</source>
        <translation>恢复点目标 (RPO)</translation>
    </message>
    <message>
        <source>Chance of meeting the RPO</source>
        <translation>达到 RPO 的概率</translation>
    </message>
    <message>
        <source>Share of data losses, those of nothing among them, that were no larger than the objective.</source>
        <translation>不超过目标的数据丢失（包括丢失为零的）所占的比例。</translation>
    </message>
    <message>
        <source>Chance of total loss</source>
        <translation>数据全失的概率</translation>
    </message>
    <message>
        <source>Share of trials in which no copy of the data was left.</source>
        <translation type="vanished">没有任何数据副本剩下的试验所占的比例。</translation>
    </message>
    <message>
        <source>Failovers per year</source>
        <translation>每年故障转移次数</translation>
    </message>
    <message>
        <source>Expected number of switches to another copy or member in a year, the false ones among them.</source>
        <translation>每年切换到另一副本或成员的次数的期望值，包括误切换。</translation>
    </message>
    <message>
        <source>Failed failovers per year</source>
        <translation>每年失败的故障转移次数</translation>
    </message>
    <message>
        <source>Expected number of stages of a failover in a year that did not work.</source>
        <translation>每年故障转移中未成功的阶段数的期望值。</translation>
    </message>
    <message>
        <source>False failovers per year</source>
        <translation>每年误故障转移次数</translation>
    </message>
    <message>
        <source>Expected number of switches in a year away from a healthy member.</source>
        <translation>每年从健康成员切走的次数的期望值。</translation>
    </message>
    <message>
        <source>Switchovers per year</source>
        <translation>每年计划切换次数</translation>
    </message>
    <message>
        <source>Expected number of planned hand-overs to another copy or member in a year.</source>
        <translation>每年有计划地交给另一副本或成员的次数的期望值。</translation>
    </message>
    <message>
        <source>Split brains per year</source>
        <translation>每年脑裂次数</translation>
    </message>
    <message>
        <source>Expected number of times in a year that a former primary, cut off, took writes beside the new one.</source>
        <translation>每年被隔断的原主副本与新主副本同时接受写入的次数的期望值。</translation>
    </message>
    <message>
        <source>Planned downtime per year</source>
        <translation>每年计划停机时间</translation>
    </message>
    <message>
        <source>Expected time in a year that the subject is down for maintenance.</source>
        <translation type="vanished">对象每年因维护而停机的时间的期望值。</translation>
    </message>
    <message>
        <source>Unplanned downtime per year</source>
        <translation>每年非计划停机时间</translation>
    </message>
    <message>
        <source>Expected time in a year that the subject is down for any reason but maintenance.</source>
        <translation type="vanished">对象每年因维护以外的任何原因停机的时间的期望值。</translation>
    </message>
    <message>
        <source>Failures per year</source>
        <translation>每年失效次数</translation>
    </message>
    <message>
        <source>Expected number of failures in a year, whether users notice or not.</source>
        <translation>每年失效次数的期望值，无论用户是否察觉。</translation>
    </message>
    <message>
        <source>Members up, mean</source>
        <translation>可用成员数，平均</translation>
    </message>
    <message>
        <source>Average number of members that are up; of a group that scales, that are in service. Its interval adds up those of the members, so it is never too narrow and often too wide.</source>
        <translation>可用成员的平均数量；对伸缩的组为在役成员数。其区间由各成员的区间相加而得，因此绝不会过窄，往往过宽。</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>利用率</translation>
    </message>
    <message>
        <source>Share of the working capacity that is busy.</source>
        <translation>工作能力中处于忙碌状态的比例。</translation>
    </message>
    <message>
        <source>Wait for repair, mean</source>
        <translation>修复等待时间，平均</translation>
    </message>
    <message>
        <source>Average time from a call to the start of work.</source>
        <translation>从呼叫到开始工作的平均时间。</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>个任务</translation>
    </message>
    <message>
        <source>Jobs per year</source>
        <translation>每年任务数</translation>
    </message>
    <message>
        <source>Expected number of repairs in a year.</source>
        <translation>每年修复次数的期望值。</translation>
    </message>
    <message>
        <source>Cost per year</source>
        <translation>每年成本</translation>
    </message>
    <message>
        <source>Expected cost in a year.</source>
        <translation>每年成本的期望值。</translation>
    </message>
    <message>
        <source>One server</source>
        <translation>一台服务器</translation>
    </message>
    <message>
        <source>One server: mean time between failures and to repair.</source>
        <translation>一台服务器：平均故障间隔与平均修复时间。</translation>
    </message>
    <message>
        <source>Two of three</source>
        <translation>三取二</translation>
    </message>
    <message>
        <source>Redundancy: two of three servers must work.</source>
        <translation>冗余：三台服务器中须有两台工作。</translation>
    </message>
    <message>
        <source>Nested needs</source>
        <translation>嵌套的依赖</translation>
    </message>
    <message>
        <source>Needs can be nested: a site needs its database, and one of two front ends.</source>
        <translation>依赖可以嵌套：站点依赖其数据库，以及两台前端之一。</translation>
    </message>
    <message>
        <source>Several failure modes</source>
        <translation>多种失效模式</translation>
    </message>
    <message>
        <source>A machine fails in more than one way: crash, hang, broken hardware.</source>
        <translation>一台机器有多种失效方式：崩溃、挂起、硬件损坏。</translation>
    </message>
    <message>
        <source>Hot, warm and cold standby</source>
        <translation>热备、温备与冷备</translation>
    </message>
    <message>
        <source>Standby: hot, warm and cold.</source>
        <translation>备用：热备、温备与冷备。</translation>
    </message>
    <message>
        <source>One crew for many</source>
        <translation>一个班组负责多台</translation>
    </message>
    <message>
        <source>Ten machines, one repairer: while one is repaired the others wait.</source>
        <translation>十台机器，一名维修工：修理一台时其他的等待。</translation>
    </message>
    <message>
        <source>Failure domains</source>
        <translation>故障域</translation>
    </message>
    <message>
        <source>Failure domains: two racks, four servers.</source>
        <translation>故障域：两个机架，四台服务器。</translation>
    </message>
    <message>
        <source>Common cause</source>
        <translation>共因失效</translation>
    </message>
    <message>
        <source>A common cause: a bad configuration reaches all replicas at once.</source>
        <translation>共因：一个错误的配置同时到达所有副本。</translation>
    </message>
    <message>
        <source>Spare parts</source>
        <translation>备件</translation>
    </message>
    <message>
        <source>Spare parts: a repair needs one from the shelf, and the shelf is filled again by orders.</source>
        <translation>备件：修复要从货架上取一件，货架靠订货补充。</translation>
    </message>
    <message>
        <source>Planned maintenance</source>
        <translation>计划维护</translation>
    </message>
    <message>
        <source>Planned maintenance: an hour every 30 days, one server after the other.</source>
        <translation>计划维护：每 30 天一小时，服务器一台接一台。</translation>
    </message>
    <message>
        <source>Ageing and preventive replacement</source>
        <translation>老化与预防性更换</translation>
    </message>
    <message>
        <source>What wears out can be replaced in time.</source>
        <translation>会磨损的部件可以及时更换。</translation>
    </message>
    <message>
        <source>Latent failures</source>
        <translation>潜伏故障</translation>
    </message>
    <message>
        <source>Latent failures: a backup generator that nobody runs is found broken at the next test.</source>
        <translation>潜伏故障：无人启动的备用发电机，到下次测试时才被发现已损坏。</translation>
    </message>
    <message>
        <source>Presets and a bought service</source>
        <translation>预设与外购服务</translation>
    </message>
    <message>
        <source>Presets, `like`, and a service that is bought by its agreement.</source>
        <translation>预设、`like`，以及按协议外购的服务。</translation>
    </message>
    <message>
        <source>One database, repaired by hand</source>
        <translation>一个数据库，人工修复</translation>
    </message>
    <message>
        <source>From one server to Patroni: one database, repaired by hand.</source>
        <translation>从单台服务器到 Patroni：一个数据库，人工修复。</translation>
    </message>
    <message>
        <source>Primary and replica, promoted by hand</source>
        <translation>主副本与从副本，人工提升</translation>
    </message>
    <message>
        <source>From one server to Patroni: a replica that people promote.</source>
        <translation>从单台服务器到 Patroni：由人提升的从副本。</translation>
    </message>
    <message>
        <source>Primary and replica with Patroni</source>
        <translation>主副本与从副本，采用 Patroni</translation>
    </message>
    <message>
        <source>From one server to Patroni: the failover is automatic, replication asynchronous.</source>
        <translation>从单台服务器到 Patroni：故障转移自动进行，复制为异步。</translation>
    </message>
    <message>
        <source>Three members in three zones, synchronous, with Patroni</source>
        <translation>三个可用区的三个成员，同步复制，采用 Patroni</translation>
    </message>
    <message>
        <source>From one server to Patroni: three members in three zones, and a commit waits for one of them.</source>
        <translation>从单台服务器到 Patroni：三个可用区中的三个成员，提交等待其中一个。</translation>
    </message>
    <message>
        <source>A retry storm that outlives its cause</source>
        <translation>比起因更持久的重试风暴</translation>
    </message>
    <message>
        <source>A retry storm that outlives its cause: ten minutes without a zone take the shop down until the evening.</source>
        <translation>比起因更持久的重试风暴：失去一个可用区十分钟，商店直到晚上都不可用。</translation>
    </message>
    <message>
        <source>A retry storm that shedding ends</source>
        <translation>由减载终止的重试风暴</translation>
    </message>
    <message>
        <source>18, continued.</source>
        <translation type="vanished">接教程 18。</translation>
    </message>
    <message>
        <source>Two sites behind a name</source>
        <translation>一个域名背后的两个站点</translation>
    </message>
    <message>
        <source>Two sites behind a name.</source>
        <translation>一个域名背后的两个站点。</translation>
    </message>
    <message>
        <source>A pool that scales with the day, and a fixed one</source>
        <translation>随昼夜伸缩的资源池与固定的资源池</translation>
    </message>
    <message>
        <source>A pool that grows and shrinks with the day, against a fixed one of the same mean size; a zone is lost at the peak.</source>
        <translation>随昼夜增减的资源池，与平均规模相同的固定资源池对比；在高峰时失去一个可用区。</translation>
    </message>
    <message>
        <source>What is needed only to start</source>
        <translation>只在启动时需要的东西</translation>
    </message>
    <message>
        <source>What is needed only to start: the control-plane trap.</source>
        <translation>只在启动时需要的东西：控制平面陷阱。</translation>
    </message>
    <message>
        <source>etcd with three members</source>
        <translation>三个成员的 etcd</translation>
    </message>
    <message>
        <source>etcd (Raft) with three members in three zones; a majority has every write.</source>
        <translation>三个可用区中三个成员的 etcd (Raft)；多数成员拥有每次写入。</translation>
    </message>
    <message>
        <source>etcd with five members</source>
        <translation>五个成员的 etcd</translation>
    </message>
    <message>
        <source>etcd (Raft) with five members over three zones: two may fail.</source>
        <translation>三个可用区中五个成员的 etcd (Raft)：可以失效两个。</translation>
    </message>
    <message>
        <source>MySQL, semi-synchronous, with orchestrator</source>
        <translation>MySQL，半同步，采用 orchestrator</translation>
    </message>
    <message>
        <source>MySQL with semi-synchronous replication and orchestrator over three zones.</source>
        <translation>三个可用区的 MySQL，半同步复制，采用 orchestrator。</translation>
    </message>
    <message>
        <source>Active-passive pair with shared storage (Pacemaker)</source>
        <translation>共享存储的主备双机 (Pacemaker)</translation>
    </message>
    <message>
        <source>An active-passive pair with shared storage under Pacemaker: machines fail over, the zone and the array do not.</source>
        <translation>Pacemaker 管理下共享存储的主备双机：机器可以故障转移，可用区和磁盘阵列不能。</translation>
    </message>
    <message>
        <source>PostgreSQL with Patroni, asynchronous</source>
        <translation>PostgreSQL 加 Patroni，异步</translation>
    </message>
    <message>
        <source>PostgreSQL with Patroni over three zones; a commit waits for nobody.</source>
        <translation>三个可用区的 PostgreSQL 加 Patroni；提交不等待任何副本。</translation>
    </message>
    <message>
        <source>PostgreSQL with Patroni, synchronous</source>
        <translation>PostgreSQL 加 Patroni，同步</translation>
    </message>
    <message>
        <source>PostgreSQL with Patroni over three zones; a commit waits for one of two replicas, by name.</source>
        <translation>三个可用区的 PostgreSQL 加 Patroni；提交等待两个从副本中指定的一个。</translation>
    </message>
    <message>
        <source>PostgreSQL with Patroni, strictly synchronous</source>
        <translation>PostgreSQL 加 Patroni，严格同步</translation>
    </message>
    <message>
        <source>PostgreSQL with Patroni over three zones, strictly synchronous: alone, nobody writes.</source>
        <translation>三个可用区的 PostgreSQL 加 Patroni，严格同步：只剩自己时谁也不能写入。</translation>
    </message>
    <message>
        <source>Amazon RDS, Multi-AZ</source>
        <translation>Amazon RDS，多可用区</translation>
    </message>
    <message>
        <source>A database bought as Amazon RDS, Multi-AZ: a synchronous standby in another zone.</source>
        <translation>外购的 Amazon RDS 多可用区数据库：在另一可用区有同步备库。</translation>
    </message>
    <message>
        <source>Redis with Sentinel and min-replicas-to-write</source>
        <translation>Redis 加 Sentinel 与 min-replicas-to-write</translation>
    </message>
    <message>
        <source>Redis with Sentinel, and a master that stops taking writes when no replica hears it.</source>
        <translation>Redis 加 Sentinel，没有从副本听到时主库停止接受写入。</translation>
    </message>
    <message>
        <source>Redis with Sentinel</source>
        <translation>Redis 加 Sentinel</translation>
    </message>
    <message>
        <source>Redis with Sentinel over three zones: fast replicas, slow detection, and no fencing.</source>
        <translation>三个可用区的 Redis 加 Sentinel：从副本快，检测慢，不作隔离。</translation>
    </message>
    <message>
        <source>One database server</source>
        <translation>一台数据库服务器</translation>
    </message>
    <message>
        <source>One database server, and the first of a family: eleven designs for the same data on the same machines.</source>
        <translation>一台数据库服务器，也是一个系列的第一个：同样的机器、同样的数据，十一种设计。</translation>
    </message>
    <message>
        <source>Disk pool with spares</source>
        <translation>带备盘的磁盘池</translation>
    </message>
    <message>
        <source>Sixteen disks that survive the loss of one, a spare on the shelf, a technician, and a long rebuild.</source>
        <translation>十六块磁盘，失去一块仍能工作；货架上有一块备盘，一名技术人员，重建时间很长。</translation>
    </message>
    <message>
        <source>Rack cluster, Google and Los Alamos figures</source>
        <translation>机架集群，采用 Google 与 Los Alamos 的数据</translation>
    </message>
    <message>
        <source>Replicas in racks, with the failure rates that Google and Los Alamos published.</source>
        <translation>机架中的副本，采用 Google 与 Los Alamos 公布的失效率。</translation>
    </message>
    <message>
        <source>Three tiers in one zone</source>
        <translation>一个可用区中的三层架构</translation>
    </message>
    <message>
        <source>The same web shop as three_tier_three_zones.toml with all its machines in one zone: what are the zones worth?</source>
        <translation>与 three_tier_three_zones.toml 相同的网上商店，所有机器都在一个可用区：可用区值多少？</translation>
    </message>
    <message>
        <source>Three tiers in three zones</source>
        <translation>三个可用区中的三层架构</translation>
    </message>
    <message>
        <source>A web shop over three zones of a region: one zone may go without anybody noticing.</source>
        <translation>一个区域三个可用区中的网上商店：失去一个可用区，谁也不会察觉。</translation>
    </message>
    <message>
        <source>Web shop in two regions, the second on warm standby</source>
        <translation>两个区域的网上商店，第二个为温备</translation>
    </message>
    <message>
        <source>A web shop in one region, and a second one that stands by warm: high availability within a region, disaster recovery between two.</source>
        <translation>一个区域中的网上商店，另一个区域温备：区域内高可用，两个区域之间灾难恢复。</translation>
    </message>
    <message>
        <source>Two web servers, active and passive</source>
        <translation>两台 Web 服务器，一主一备</translation>
    </message>
    <message>
        <source>A pair of web servers in two zones: one serves, the other takes over its address.</source>
        <translation>两个可用区中的一对 Web 服务器：一台服务，另一台接管其地址。</translation>
    </message>
    <message>
        <source>Nine web servers in three zones behind HAProxy</source>
        <translation>三个可用区中 HAProxy 之后的九台 Web 服务器</translation>
    </message>
    <message>
        <source>Nine web servers in three zones behind a pair of HAProxy.</source>
        <translation>一对 HAProxy 之后、分布在三个可用区的九台 Web 服务器。</translation>
    </message>
    <message>
        <source>One web server</source>
        <translation>一台 Web 服务器</translation>
    </message>
    <message>
        <source>One web server, and the first of a family: the same pages for the same users on one machine, a pair, and three zones.</source>
        <translation>一台 Web 服务器，也是一个系列的第一个：同样的用户、同样的页面，分别在一台机器、一对机器和三个可用区上。</translation>
    </message>
    <message>
        <source>Nothing in this scenario has such figures.</source>
        <translation>此场景中没有对象具有这样的指标。</translation>
    </message>
    <message>
        <source>The objective is met.</source>
        <translation>达到目标。</translation>
    </message>
    <message>
        <source>The objective is missed.</source>
        <translation>未达到目标。</translation>
    </message>
    <message>
        <source>The interval does not decide the objective.</source>
        <translation>置信区间不足以判断是否达到目标。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估计值</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确值</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>No outage seen: at least %1.</source>
        <translation>未见中断：至少 %1。</translation>
    </message>
    <message>
        <source>No service was measured.</source>
        <translation>没有测量任何服务。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Class of failure</source>
        <translation>失效类别</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>95 % are at most</source>
        <translation>95 % 不超过</translation>
    </message>
    <message>
        <source>Largest seen</source>
        <translation>所见最大</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%2 of %1 (%3): %4.</source>
        <translation>%2（%1，%3）：%4。</translation>
    </message>
    <message>
        <source>How available is each service, and does it reach its objective?</source>
        <translation>每个服务的可用性有多高，是否达到目标？</translation>
    </message>
    <message>
        <source>How much downtime may a year bring?</source>
        <translation>一年可能有多少停机时间？</translation>
    </message>
    <message>
        <source>Downtime by cause</source>
        <translation>停机时间的原因</translation>
    </message>
    <message>
        <source>Why is it down?</source>
        <translation>为什么不可用？</translation>
    </message>
    <message>
        <source>Importance of components</source>
        <translation>组件的重要度</translation>
    </message>
    <message>
        <source>Which components matter most?</source>
        <translation>哪些组件最重要？</translation>
    </message>
    <message>
        <source>Length of outages</source>
        <translation>中断时长</translation>
    </message>
    <message>
        <source>How long do outages last?</source>
        <translation>一次中断持续多久？</translation>
    </message>
    <message>
        <source>Recovery time</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>How fast does it come back from each class of failure?</source>
        <translation>从每类失效中恢复有多快？</translation>
    </message>
    <message>
        <source>Stages of recovery</source>
        <translation>恢复的各阶段</translation>
    </message>
    <message>
        <source>Where does the time of a recovery go?</source>
        <translation>恢复的时间花在哪里？</translation>
    </message>
    <message>
        <source>Data loss</source>
        <translation>数据丢失</translation>
    </message>
    <message>
        <source>How much do failures of each class lose?</source>
        <translation>每类失效会丢失多少？</translation>
    </message>
    <message>
        <source>Data loss by cause</source>
        <translation>数据丢失的原因</translation>
    </message>
    <message>
        <source>What loses data?</source>
        <translation>数据因何丢失？</translation>
    </message>
    <message>
        <source>Availability over time</source>
        <translation>可用性随时间的变化</translation>
    </message>
    <message>
        <source>How does the availability develop from the start?</source>
        <translation>可用性从开始起怎样变化？</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>收敛</translation>
    </message>
    <message>
        <source>Have enough trials been simulated?</source>
        <translation>模拟的试验是否足够？</translation>
    </message>
    <message>
        <source>all other causes</source>
        <translation>所有其他原因</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Together with those above</source>
        <translation>与上面各项合计</translation>
    </message>
    <message>
        <source>Downtime of %1 by cause</source>
        <translation>%1 的停机时间，按原因</translation>
    </message>
    <message>
        <source>Share of the downtime</source>
        <translation>占停机时间的比例</translation>
    </message>
    <message>
        <source>No outage was seen.</source>
        <translation>未见中断。</translation>
    </message>
    <message>
        <source>An outage is charged to all that is down when it begins, in the order in which it failed.</source>
        <translation>一次中断归因于它开始时处于停机的全部对象，按其失效的先后排列。</translation>
    </message>
    <message>
        <source>%1 of downtime and %2 outages per year.</source>
        <translation>停机时间的 %1，每年 %2 次中断。</translation>
    </message>
    <message>
        <source>Data lost by %1, by cause</source>
        <translation>%1 丢失的数据，按原因</translation>
    </message>
    <message>
        <source>Share of the lost writes</source>
        <translation>占丢失写入的比例</translation>
    </message>
    <message>
        <source>No data was lost.</source>
        <translation>没有丢失数据。</translation>
    </message>
    <message>
        <source>%1 of writes lost, in %2 losses per year.</source>
        <translation>丢失写入的 %1，每年 %2 次丢失。</translation>
    </message>
    <message>
        <source>Stops when the interval is within %1 of the estimate</source>
        <translation>当置信区间在估计值的 %1 以内时停止</translation>
    </message>
    <message>
        <source>Exact: %1</source>
        <translation>精确值：%1</translation>
    </message>
    <message>
        <source>Convergence of the downtime of %1</source>
        <translation>%1 停机时间的收敛</translation>
    </message>
    <message>
        <source>Estimate and interval after ever more trials.</source>
        <translation>试验逐渐增多时的估计值与置信区间。</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>No trial is done yet.</source>
        <translation>尚未完成任何试验。</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Data lost by %1 at a failure</source>
        <translation>%1 在一次失效中丢失的数据</translation>
    </message>
    <message>
        <source>Time whose acknowledged writes are gone</source>
        <translation>已确认写入丢失所对应的时间</translation>
    </message>
    <message>
        <source>All copies were lost in %1 of the trials (%2).</source>
        <translation>在 %1 的试验（%2）中所有副本都已丢失。</translation>
    </message>
    <message>
        <source>No failover and no split brain was seen.</source>
        <translation>未见故障转移，也未见脑裂。</translation>
    </message>
    <message>
        <source>%1 losses, those of nothing among them.</source>
        <translation>%1 次丢失，包括丢失为零的。</translation>
    </message>
    <message>
        <source>%1 up to %2</source>
        <translation>%1 不超过 %2</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Objective %1: %2.</source>
        <translation>目标 %1：%2。</translation>
    </message>
    <message>
        <source>%1 allows %2</source>
        <translation>%1 允许 %2</translation>
    </message>
    <message>
        <source>Downtime per year of %1</source>
        <translation>%1 的每年停机时间</translation>
    </message>
    <message>
        <source>No trials stand behind these results.</source>
        <translation>这些结果背后没有试验。</translation>
    </message>
    <message>
        <source>No trial had any downtime.</source>
        <translation>没有试验出现停机。</translation>
    </message>
    <message>
        <source>%1 of the trials had no downtime.</source>
        <translation>%1 的试验没有停机。</translation>
    </message>
    <message>
        <source>Trials with at most this downtime</source>
        <translation>停机时间不超过此值的试验</translation>
    </message>
    <message>
        <source>Trials with about this downtime</source>
        <translation>停机时间约为此值的试验</translation>
    </message>
    <message>
        <source>Length of the outages of %1</source>
        <translation>%1 的中断时长</translation>
    </message>
    <message>
        <source>Length of an outage</source>
        <translation>一次中断的时长</translation>
    </message>
    <message>
        <source>%1 outages seen.</source>
        <translation>见到 %1 次中断。</translation>
    </message>
    <message>
        <source>Outages of at most this length</source>
        <translation>时长不超过此值的中断</translation>
    </message>
    <message>
        <source>Outages of about this length</source>
        <translation>时长约为此值的中断</translation>
    </message>
    <message>
        <source>RTO %1</source>
        <translation>RTO %1</translation>
    </message>
    <message>
        <source>Components that matter for %1</source>
        <translation>对 %1 重要的组件</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Found without sampling, of the long run.</source>
        <translation>不经抽样求得，为长期值。</translation>
    </message>
    <message>
        <source>Components are taken as independent of each other.</source>
        <translation>各组件视为相互独立。</translation>
    </message>
    <message>
        <source>Some times are made of phases, not quite the same laws.</source>
        <translation>有些时间由多个阶段组成，与原分布不完全相同。</translation>
    </message>
    <message>
        <source>Takes part in (Fussell-Vesely)</source>
        <translation>参与其中（Fussell-Vesely）</translation>
    </message>
    <message>
        <source>Its repair alone would end it (criticality)</source>
        <translation>仅修复它即可结束（关键重要度）</translation>
    </message>
    <message>
        <source>If it were never down, the unavailability would be %1 times smaller; if it were always down, %2 times larger.</source>
        <translation>如果它从不停机，不可用性会小到 %1 分之一；如果它始终停机，不可用性会是 %2 倍。</translation>
    </message>
    <message>
        <source>Estimated from causes of outages: these shares overlap, since several things fail together.</source>
        <translation>由停机原因估计：这些比例相互重叠，因为多个对象会一起失效。</translation>
    </message>
    <message>
        <source>Is among the causes of</source>
        <translation type="vanished">属于其原因之一</translation>
    </message>
    <message>
        <source>%1: %2 from %3 to %4</source>
        <translation>%1：%2，从 %3 到 %4</translation>
    </message>
    <message>
        <source>%1, %2: %3 (%4 to %5)</source>
        <translation>%1，%2：%3（%4 至 %5）</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Availability of %1 over time</source>
        <translation>%1 的可用性随时间的变化</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>自开始起的时间</translation>
    </message>
    <message>
        <source>Probability of being up</source>
        <translation>可用的概率</translation>
    </message>
    <message>
        <source>Interval of each point</source>
        <translation>每一点的区间</translation>
    </message>
    <message>
        <source>Share of trials that are up</source>
        <translation>可用的试验所占的比例</translation>
    </message>
    <message>
        <source>At the instants asked for</source>
        <translation>在所要求的时刻</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>Recovery time of %1 by class of failure</source>
        <translation>%1 的恢复时间，按失效类别</translation>
    </message>
    <message>
        <source>From the loss of the service to its return</source>
        <translation>从失去服务到服务恢复</translation>
    </message>
    <message>
        <source>No outage was seen from which to recover.</source>
        <translation>没有可供恢复的中断。</translation>
    </message>
    <message>
        <source>Recoveries are measured of services that need a store or have an RTO, and only if there was an outage.</source>
        <translation>只对依赖存储或设有 RTO 的服务、且出现中断时才测量恢复。</translation>
    </message>
    <message>
        <source>%1 recoveries seen.</source>
        <translation>见到 %1 次恢复。</translation>
    </message>
    <message>
        <source>What a recovery of %1 is made of</source>
        <translation>%1 的一次恢复由什么组成</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Mean time since the loss of the service</source>
        <translation>自失去服务起的平均时间</translation>
    </message>
    <message>
        <source>Mean of all outages, one stage after the other</source>
        <translation>所有中断的平均值，各阶段依次相接</translation>
    </message>
    <message>
        <source>This stage takes %1 (%2 to %3).</source>
        <translation>此阶段需要 %1（%2 至 %3）。</translation>
    </message>
    <message>
        <source>No recovery was measured of this service.</source>
        <translation>没有测量到该服务的恢复。</translation>
    </message>
    <message>
        <source>All stages together: %1, over %2 recoveries.</source>
        <translation>所有阶段合计：%1，共 %2 次恢复。</translation>
    </message>
    <message>
        <source>Solved without sampling.</source>
        <translation>不经抽样求解。</translation>
    </message>
    <message>
        <source>%1 trial of %2, %3 intervals.</source>
        <translation>%1 次试验，时长 %2，%3 置信区间。</translation>
    </message>
    <message>
        <source>%1 trials of %2 each, %3 intervals.</source>
        <translation>%1 次试验，每次时长 %2，%3 置信区间。</translation>
    </message>
    <message>
        <source>Figures of the long run.</source>
        <translation>长期值。</translation>
    </message>
    <message>
        <source>Too few events for the interval to be trusted.</source>
        <translation>事件太少，置信区间不可靠。</translation>
    </message>
    <message>
        <source>met in %1 (%2)</source>
        <translation>达成率 %1（%2）</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>故障域</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>balancer</source>
        <translation>负载均衡器</translation>
    </message>
    <message>
        <source>crew</source>
        <translation>维修班组</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>共因</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Always the same time.</source>
        <translation>总是同样的时间。</translation>
    </message>
    <message>
        <source>Exponential (mean)</source>
        <translation>指数分布（均值）</translation>
    </message>
    <message>
        <source>No memory: what is old fails as often as what is new.</source>
        <translation>无记忆性：旧的与新的失效得一样频繁。</translation>
    </message>
    <message>
        <source>Lognormal (median, percentile)</source>
        <translation>对数正态分布（中位数，百分位数）</translation>
    </message>
    <message>
        <source>Repairs and human work: mostly quick, now and then very long.</source>
        <translation>修复和人工作业：大多很快，偶尔很久。</translation>
    </message>
    <message>
        <source>Lognormal (mean, median)</source>
        <translation>对数正态分布（均值，中位数）</translation>
    </message>
    <message>
        <source>The same, by its mean and median.</source>
        <translation>同上，由均值和中位数给出。</translation>
    </message>
    <message>
        <source>Lognormal (mean, cv)</source>
        <translation>对数正态分布（均值，变异系数）</translation>
    </message>
    <message>
        <source>The same, by its mean and how much it varies.</source>
        <translation>同上，由均值和变异程度给出。</translation>
    </message>
    <message>
        <source>Lognormal (median, sigma)</source>
        <translation>对数正态分布（中位数，sigma）</translation>
    </message>
    <message>
        <source>The same, by its median and the spread of its logarithm.</source>
        <translation>同上，由中位数和对数的离散程度给出。</translation>
    </message>
    <message>
        <source>Weibull (shape, mean)</source>
        <translation>韦布尔分布（形状，均值）</translation>
    </message>
    <message>
        <source>Shape below 1: early failures; 1: exponential; above 1: wear-out.</source>
        <translation>形状参数小于 1：早期失效；等于 1：指数分布；大于 1：磨损。</translation>
    </message>
    <message>
        <source>Weibull (shape, scale)</source>
        <translation>韦布尔分布（形状，尺度）</translation>
    </message>
    <message>
        <source>The same, by the time at which 63.2 % have failed.</source>
        <translation>同上，由 63.2 % 已失效的时间给出。</translation>
    </message>
    <message>
        <source>Uniform (least, most)</source>
        <translation>均匀分布（最小，最大）</translation>
    </message>
    <message>
        <source>Any time between two, all alike.</source>
        <translation>两个时间之间，处处相同。</translation>
    </message>
    <message>
        <source>Triangular (min, mode, max)</source>
        <translation>三角分布（最小，众数，最大）</translation>
    </message>
    <message>
        <source>A guess by three times.</source>
        <translation>用三个时间作出的估计。</translation>
    </message>
    <message>
        <source>Normal (mean, sd)</source>
        <translation>正态分布（均值，标准差）</translation>
    </message>
    <message>
        <source>Around a mean; cut off at 0.</source>
        <translation>围绕均值；在 0 处截断。</translation>
    </message>
    <message>
        <source>Gamma (mean, cv)</source>
        <translation>伽马分布（均值，变异系数）</translation>
    </message>
    <message>
        <source>Several steps of random length, by mean and how much it varies.</source>
        <translation>若干长度随机的步骤，由均值和变异程度给出。</translation>
    </message>
    <message>
        <source>Gamma (shape, scale)</source>
        <translation>伽马分布（形状，尺度）</translation>
    </message>
    <message>
        <source>The same, by shape and scale.</source>
        <translation>同上，由形状和尺度给出。</translation>
    </message>
    <message>
        <source>Erlang (stages, mean)</source>
        <translation>埃尔朗分布（阶段数，均值）</translation>
    </message>
    <message>
        <source>A whole number of equal exponential steps in a row.</source>
        <translation>整数个相同的指数步骤依次相接。</translation>
    </message>
    <message>
        <source>Hyperexponential (shares: means)</source>
        <translation>超指数分布（比例: 均值）</translation>
    </message>
    <message>
        <source>Exponentials, one of which is drawn by its share.</source>
        <translation>若干指数分布，按比例抽取其一。</translation>
    </message>
    <message>
        <source>Mixture (shares: distributions)</source>
        <translation>混合分布（比例: 分布）</translation>
    </message>
    <message>
        <source>Any distributions, one of which is drawn by its share.</source>
        <translation>若干任意分布，按比例抽取其一。</translation>
    </message>
    <message>
        <source>Bathtub (infant, chance, wear)</source>
        <translation>浴盆曲线（早期，偶然，磨损）</translation>
    </message>
    <message>
        <source>Early failures, chance and wear-out together.</source>
        <translation>早期失效、偶然失效与磨损合在一起。</translation>
    </message>
    <message>
        <source>Measured (file)</source>
        <translation>实测（文件）</translation>
    </message>
    <message>
        <source>Times that were measured, one a line, from a file beside the scenario.</source>
        <translation>实测的时间，每行一个，取自场景旁边的文件。</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>瞬时</translation>
    </message>
    <message>
        <source>No time at all.</source>
        <translation>不需要时间。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>It never happens.</source>
        <translation>从不发生。</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>shares</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>down</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>some requests are lost</source>
        <translation>丢失部分请求</translation>
    </message>
    <message>
        <source>works without all that it uses</source>
        <translation>在缺少所用部分的情况下工作</translation>
    </message>
    <message>
        <source>works</source>
        <translation>正常工作</translation>
    </message>
    <message>
        <source>split brain: the old primary takes writes too</source>
        <translation>脑裂：旧主副本也在接受写入</translation>
    </message>
    <message>
        <source>serves, and not every copy follows</source>
        <translation>提供服务，但并非所有副本都在跟随</translation>
    </message>
    <message>
        <source>serves</source>
        <translation>提供服务</translation>
    </message>
    <message>
        <source>answers nothing</source>
        <translation>毫无应答</translation>
    </message>
    <message>
        <source>its servers are in overload</source>
        <translation>其服务器过载</translation>
    </message>
    <message>
        <source>loses requests</source>
        <translation>丢失请求</translation>
    </message>
    <message>
        <source>out of rotation</source>
        <translation>未参与分配</translation>
    </message>
    <message>
        <source>all targets are in rotation</source>
        <translation>所有目标都参与分配</translation>
    </message>
    <message>
        <source>too few members work</source>
        <translation type="vanished">工作的成员太少</translation>
    </message>
    <message>
        <source>members lost</source>
        <translation>失去成员</translation>
    </message>
    <message>
        <source>all members work</source>
        <translation>所有成员都在工作</translation>
    </message>
    <message>
        <source>waits for work</source>
        <translation>等待任务</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>正在工作</translation>
    </message>
    <message>
        <source>replica</source>
        <translation>从副本</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主副本</translation>
    </message>
    <message>
        <source>about to be primary</source>
        <translation>即将成为主副本</translation>
    </message>
    <message>
        <source>away</source>
        <translation>缺席</translation>
    </message>
    <message>
        <source>away, behind</source>
        <translation>缺席，已落后</translation>
    </message>
    <message>
        <source>data lost</source>
        <translation>数据丢失</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>正在追赶</translation>
    </message>
    <message>
        <source>refilling</source>
        <translation>正在全量复制</translation>
    </message>
    <message>
        <source>rival primary</source>
        <translation>相争的主副本</translation>
    </message>
    <message>
        <source>out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>在役</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>备用中</translation>
    </message>
    <message>
        <source>up</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="vanished">降级</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation type="vanished">恢复中</translation>
    </message>
    <message>
        <source>standby</source>
        <translation type="vanished">备用</translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="vanished">计划停机</translation>
    </message>
    <message>
        <source>cut off with</source>
        <translation>随之被隔断</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <source>failed, nobody knows yet</source>
        <translation>已失效，尚无人知道</translation>
    </message>
    <message>
        <source>failed, repair waits for the failover</source>
        <translation>已失效，修复等待故障转移</translation>
    </message>
    <message>
        <source>failed, waits for a part</source>
        <translation>已失效，等待备件</translation>
    </message>
    <message>
        <source>failed, waits for a crew</source>
        <translation>已失效，等待维修班组</translation>
    </message>
    <message>
        <source>failed, a crew is on its way</source>
        <translation>已失效，维修班组在路上</translation>
    </message>
    <message>
        <source>planned work</source>
        <translation>计划内工作</translation>
    </message>
    <message>
        <source>failed, and is not repaired</source>
        <translation>已失效，不予修复</translation>
    </message>
    <message>
        <source>repair under way</source>
        <translation>正在修复</translation>
    </message>
    <message>
        <source>catches up with the primary</source>
        <translation>正在追赶主副本</translation>
    </message>
    <message>
        <source>makes a full copy</source>
        <translation>正在全量复制</translation>
    </message>
    <message>
        <source>takes writes that will be lost</source>
        <translation>正在接受将会丢失的写入</translation>
    </message>
    <message>
        <source>warming up</source>
        <translation>正在预热</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>正在服务</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>正在重启</translation>
    </message>
    <message>
        <source>waiting for the primary to restart</source>
        <translation>等待主副本重启</translation>
    </message>
    <message>
        <source>detecting</source>
        <translation>正在检测</translation>
    </message>
    <message>
        <source>primary lost, nobody knows yet</source>
        <translation>主副本已失去，尚无人知道</translation>
    </message>
    <message>
        <source>deciding</source>
        <translation>正在决定</translation>
    </message>
    <message>
        <source>deciding who follows</source>
        <translation>正在决定由谁继任</translation>
    </message>
    <message>
        <source>fencing</source>
        <translation>正在隔离</translation>
    </message>
    <message>
        <source>fencing the old primary</source>
        <translation>正在隔离旧主副本</translation>
    </message>
    <message>
        <source>promoting</source>
        <translation>正在提升</translation>
    </message>
    <message>
        <source>redirecting</source>
        <translation>正在重定向</translation>
    </message>
    <message>
        <source>redirecting clients</source>
        <translation>正在重定向客户端</translation>
    </message>
    <message>
        <source>warming</source>
        <translation>正在预热</translation>
    </message>
    <message>
        <source>calling</source>
        <translation>正在呼叫</translation>
    </message>
    <message>
        <source>calling people</source>
        <translation>正在呼叫人员</translation>
    </message>
    <message>
        <source>consulting</source>
        <translation>正在商议</translation>
    </message>
    <message>
        <source>waiting for a decision</source>
        <translation>等待决定</translation>
    </message>
    <message>
        <source>by-hand</source>
        <translation>人工处理</translation>
    </message>
    <message>
        <source>recovering by hand</source>
        <translation>人工恢复中</translation>
    </message>
    <message>
        <source>starting from nothing</source>
        <translation>从无到有启动</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>writes hang: a replica that acknowledges is gone</source>
        <translation>写入挂起：负责确认的从副本已失去</translation>
    </message>
    <message>
        <source>stranded</source>
        <translation>受困</translation>
    </message>
    <message>
        <source>stranded: no copy can take over</source>
        <translation>受困：没有副本可以接管</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>writes are refused: too few replicas</source>
        <translation>拒绝写入：从副本太少</translation>
    </message>
    <message>
        <source>switching</source>
        <translation>正在切换</translation>
    </message>
    <message>
        <source>planned hand-over: switching to</source>
        <translation>计划切换：正切换到</translation>
    </message>
    <message>
        <source>stepped-down</source>
        <translation>已退位</translation>
    </message>
    <message>
        <source>the primary has stepped down: what its failover needs is gone</source>
        <translation>主副本已退位：故障转移所需的部分已失去</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>网络隔断</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>机架</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>false-alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>detect</source>
        <translation>检测</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>fence</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>promote</source>
        <translation>提升</translation>
    </message>
    <message>
        <source>redirect</source>
        <translation>重定向</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>consult</source>
        <translation>商议</translation>
    </message>
    <message>
        <source>start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>stall</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>no-candidate</source>
        <translation>无候选者</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>step-down</source>
        <translation>退位</translation>
    </message>
    <message>
        <source>because of</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>has the address</source>
        <translation>持有地址</translation>
    </message>
    <message>
        <source>was primary</source>
        <translation>原为主副本</translation>
    </message>
    <message>
        <source>Why it is down</source>
        <translation>为什么不可用</translation>
    </message>
    <message>
        <source>in the long run; what is down when an outage begins, in no order</source>
        <translation>长期值；中断开始时处于停机的对象，不分先后</translation>
    </message>
    <message>
        <source>Per year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Outages a year</source>
        <translation>每年中断次数</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>停机的对象</translation>
    </message>
    <message>
        <source>What its downtime follows</source>
        <translation>其停机时间随什么变化</translation>
    </message>
    <message>
        <source>if this time grows by 1 %, the downtime changes by</source>
        <translation>若此时间增加 1 %，停机时间的变化为</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Minimal cut sets</source>
        <translation>最小割集</translation>
    </message>
    <message>
        <source>components that bring it down together; share of its downtime</source>
        <translation>合在一起使其停机的组件；占其停机时间的比例</translation>
    </message>
    <message>
        <source>Together down</source>
        <translation>同时停机</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Components that matter</source>
        <translation>重要的组件</translation>
    </message>
    <message>
        <source>in how much of its downtime they take part; its downtime if they were never, or always, down</source>
        <translation>它们参与其停机时间的多少；若它们从不或始终停机，其停机时间如何</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>参与</translation>
    </message>
    <message>
        <source>Never down</source>
        <translation>从不停机</translation>
    </message>
    <message>
        <source>Always down</source>
        <translation>始终停机</translation>
    </message>
    <message>
        <source>Birnbaum</source>
        <translation>伯恩鲍姆</translation>
    </message>
    <message>
        <source>for people, in a terminal</source>
        <translation>供人在终端中阅读</translation>
    </message>
    <message>
        <source>for programs: the results contract</source>
        <translation>供程序使用：结果约定</translation>
    </message>
    <message>
        <source>for spreadsheets: one row a figure</source>
        <translation>供电子表格使用：每个指标一行</translation>
    </message>
    <message>
        <source>for pull requests and documents</source>
        <translation>供合并请求和文档使用</translation>
    </message>
    <message>
        <source>Line %1 is not well-formed, so the text cannot be edited by itself.</source>
        <translation>第 %1 行的格式不正确，因此无法自动修改文本。</translation>
    </message>
    <message>
        <source>"%1" is no id: %2.</source>
        <translation>“%1”不能用作标识：%2。</translation>
    </message>
    <message>
        <source>There is a %1 "%2" already.</source>
        <translation>已有名为“%2”的 %1。</translation>
    </message>
    <message>
        <source>There is a %1 "%2" already, in an included file.</source>
        <translation>引入的文件中已有 %1“%2”。</translation>
    </message>
    <message>
        <source>An included file defines the %1 "%2" too, so that it cannot be removed in this file alone.</source>
        <translation>引入的文件也定义了 %1“%2”，因此不能只在本文件中删除它。</translation>
    </message>
    <message>
        <source>An included file defines the %1 "%2" too, so that it cannot be renamed in this file alone.</source>
        <translation>引入的文件也定义了 %1“%2”，因此不能只在本文件中重命名它。</translation>
    </message>
    <message>
        <source>An included file defines the %1 "%2" too, so that it cannot be copied in this file alone.</source>
        <translation>引入的文件也定义了 %1“%2”，因此不能只在本文件中复制它。</translation>
    </message>
    <message>
        <source>The clipboard holds no things of a scenario.</source>
        <translation>剪贴板中没有场景的内容。</translation>
    </message>
    <message>
        <source>There is no kind `%1`.</source>
        <translation>没有种类 `%1`。</translation>
    </message>
    <message>
        <source>Things of kind `%1` cannot be made.</source>
        <translation>不能创建种类 `%1` 的对象。</translation>
    </message>
    <message>
        <source>The %1 "%2" is not written in this file.</source>
        <translation>本文件中没有写明 %1“%2”。</translation>
    </message>
    <message>
        <source>A `split` makes "%1": it has its name from there.</source>
        <translation>“%1”由 `split` 生成，其名称由它决定。</translation>
    </message>
    <message>
        <source>`%1` of a %2 names nothing.</source>
        <translation>%2 的 `%1` 不引用任何对象。</translation>
    </message>
    <message>
        <source>`%1` of a %2 cannot name a %3.</source>
        <translation>%2 的 `%1` 不能引用 %3。</translation>
    </message>
    <message>
        <source>The %1 "%2" cannot name itself.</source>
        <translation>%1“%2”不能引用自身。</translation>
    </message>
    <message>
        <source>`%1` of the %2 "%3" does not name the %4 "%5" itself in this file.</source>
        <translation>在本文件中，%2“%3”的 `%1` 没有直接引用 %4“%5”。</translation>
    </message>
    <message>
        <source>A %1 is in no domain.</source>
        <translation>%1 不属于任何故障域。</translation>
    </message>
    <message>
        <source>"%1" cannot be in itself.</source>
        <translation>“%1”不能位于自身之内。</translation>
    </message>
    <message>
        <source>A thing itself has no value.</source>
        <translation>对象本身没有值。</translation>
    </message>
    <message>
        <source>This is no key of a thing.</source>
        <translation>这不是对象的键。</translation>
    </message>
    <message>
        <source>`%1` is a list.</source>
        <translation>`%1` 是列表。</translation>
    </message>
    <message>
        <source>`%1` holds a value, so it has no keys.</source>
        <translation>`%1` 的内容是一个值，因此没有键。</translation>
    </message>
    <message>
        <source>`%1` is a single table: write it as a list first.</source>
        <translation>`%1` 是单个表：请先写成列表。</translation>
    </message>
    <message>
        <source>`%1` has only %2 tables.</source>
        <translation>`%1` 只有 %2 个表。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1（%2 后）</translation>
    </message>
    <message>
        <source>largest seen</source>
        <translation>所见最大值</translation>
    </message>
    <message>
        <source>no outage seen</source>
        <translation>未见中断</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>%1: unavailability %2</source>
        <translation>%1：不可用性 %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>  in nines</source>
        <translation>  按“9”的个数</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1，持续 %2</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>... %1 more</source>
        <translation>……另有 %1 项</translation>
    </message>
    <message>
        <source>still down at the end of the trial</source>
        <translation>试验结束时仍未恢复</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Recovery time by class of failure</source>
        <translation>按失效类别的恢复时间</translation>
    </message>
    <message>
        <source>from the loss of the service to its return</source>
        <translation>从服务中断到恢复</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>What a recovery is made of</source>
        <translation>恢复时间的构成</translation>
    </message>
    <message>
        <source>mean of all outages</source>
        <translation>所有中断的平均值</translation>
    </message>
    <message>
        <source>~ Few outages stand behind this interval, or one of them outweighs the others: read its order of magnitude, not its digits. More trials help.</source>
        <translation>~ 此区间所依据的中断很少，或其中一次远大于其余：请只看数量级，勿看具体数字。增加试验次数会有帮助。</translation>
    </message>
    <message>
        <source>the machine with its address is lost, nobody knows yet</source>
        <translation>持有其地址的机器已失去，尚无人知道</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>ALL DATA LOST</source>
        <translation>数据全失</translation>
    </message>
    <message>
        <source>nothing lost</source>
        <translation>没有丢失数据</translation>
    </message>
    <message>
        <source>writes of %1 lost</source>
        <translation>丢失 %1 的写入</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>未成功：%1</translation>
    </message>
    <message>
        <source>false alarm: a healthy primary is taken for dead</source>
        <translation>误报：正常的主副本被当作已失效</translation>
    </message>
    <message>
        <source>%1 has its address now</source>
        <translation>%1 现在持有其地址</translation>
    </message>
    <message>
        <source>%1 is primary now, %2</source>
        <translation>%1 现在是主副本，%2</translation>
    </message>
    <message>
        <source>SPLIT BRAIN: the old primary takes writes too</source>
        <translation>脑裂：旧主副本也在接受写入</translation>
    </message>
    <message>
        <source>split brain over, %1</source>
        <translation>脑裂结束，%1</translation>
    </message>
    <message>
        <source>%1 follows again</source>
        <translation>%1 重新跟随</translation>
    </message>
    <message>
        <source>%1 is out of rotation</source>
        <translation>%1 已移出分配</translation>
    </message>
    <message>
        <source>%1 is back in rotation</source>
        <translation>%1 重新参与分配</translation>
    </message>
    <message>
        <source>all users go by its present rotation</source>
        <translation>所有用户都按当前的分配访问</translation>
    </message>
    <message>
        <source>%1 of its users still go by the old rotation</source>
        <translation>其 %1 的用户仍按旧的分配访问</translation>
    </message>
    <message>
        <source>%1 has its whole share again</source>
        <translation>%1 重新获得全部份额</translation>
    </message>
    <message>
        <source>begins to warm up</source>
        <translation>开始预热</translation>
    </message>
    <message>
        <source>is warm</source>
        <translation>预热完成</translation>
    </message>
    <message>
        <source>has a capacity of %1 req/s now</source>
        <translation>现在的容量为 %1 req/s</translation>
    </message>
    <message>
        <source>its servers are in overload: what fails is tried again and adds to it</source>
        <translation>其服务器过载：失败的请求会重试，使过载加重</translation>
    </message>
    <message>
        <source>the overload of its servers is over</source>
        <translation>其服务器的过载已结束</translation>
    </message>
    <message>
        <source>scales from %1 to %2</source>
        <translation>从 %1 伸缩到 %2</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失效</translation>
    </message>
    <message>
        <source>slowed down</source>
        <translation>变慢</translation>
    </message>
    <message>
        <source>maintenance begins</source>
        <translation>维护开始</translation>
    </message>
    <message>
        <source>noticed</source>
        <translation>被发现</translation>
    </message>
    <message>
        <source>waits for part</source>
        <translation>等待备件</translation>
    </message>
    <message>
        <source>waits for crew</source>
        <translation>等待维修班组</translation>
    </message>
    <message>
        <source>crew on its way</source>
        <translation>维修班组在途中</translation>
    </message>
    <message>
        <source>repair begins</source>
        <translation>开始修复</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>waits to start</source>
        <translation>等待启动</translation>
    </message>
    <message>
        <source>DOWN</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>CANNOT START</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>UP</source>
        <translation>恢复可用</translation>
    </message>
    <message>
        <source>%1 (since before)</source>
        <translation>%1（此前已开始）</translation>
    </message>
    <message>
        <source>%1 because of %2</source>
        <translation>%1，原因：%2</translation>
    </message>
    <message>
        <source>most downtime</source>
        <translation>停机时间最长</translation>
    </message>
    <message>
        <source>longest single outage</source>
        <translation>单次中断最长</translation>
    </message>
    <message>
        <source>most outages</source>
        <translation>中断次数最多</translation>
    </message>
    <message>
        <source>typical trial with an outage</source>
        <translation>有中断的典型试验</translation>
    </message>
    <message>
        <source>largest loss of data</source>
        <translation>数据丢失最多</translation>
    </message>
    <message>
        <source>longest recovery</source>
        <translation>恢复时间最长</translation>
    </message>
    <message>
        <source>%1 outage</source>
        <translation>%1 次中断</translation>
    </message>
    <message>
        <source>%1 outages</source>
        <translation>%1 次中断</translation>
    </message>
    <message>
        <source>all data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>%1 of writes</source>
        <translation>%1 的写入</translation>
    </message>
    <message>
        <source>at least %1 nines</source>
        <translation>至少 %1 个“9”</translation>
    </message>
    <message>
        <source>no downtime</source>
        <translation>无停机</translation>
    </message>
    <message>
        <source>%1 nines</source>
        <translation>%1 个“9”</translation>
    </message>
    <message>
        <source>none seen</source>
        <translation>未见</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>By class of failure</source>
        <translation>按失效类别</translation>
    </message>
    <message>
        <source>failovers per year and data lost in each</source>
        <translation>每年的故障转移次数及每次丢失的数据</translation>
    </message>
    <message>
        <source>Loss, mean</source>
        <translation>丢失量，平均</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>%1 failure modes</source>
        <translation>%1 种失效模式</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>同时 %1 项</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 个在用</translation>
    </message>
    <message>
        <source>%1 standby</source>
        <translation>%1 备用</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>时刻 %1</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Downtime with this among its causes</source>
        <translation>以其为原因之一的停机时间</translation>
    </message>
    <message>
        <source>too many members lost</source>
        <translation>失去的成员太多</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1（每 %2）</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>-unlimited</source>
        <translation>-无限</translation>
    </message>
    <message>
        <source>Per year %1 are planned and %2 are not.</source>
        <translation>每年有 %1 是计划内的，%2 是计划外的。</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>its data are bad</source>
        <translation>其数据已损坏</translation>
    </message>
    <message>
        <source>its data are bad, nobody knows yet</source>
        <translation>数据已损坏，尚无人知晓</translation>
    </message>
    <message>
        <source>has a bad version</source>
        <translation>版本有缺陷</translation>
    </message>
    <message>
        <source>data are being restored</source>
        <translation>正在恢复数据</translation>
    </message>
    <message>
        <source>stands by without data</source>
        <translation>备用中，没有数据</translation>
    </message>
    <message>
        <source>all data gone: waiting for machines to restore onto</source>
        <translation>数据全失：正在等待可供恢复数据的机器</translation>
    </message>
    <message>
        <source>waiting for the first byte of the backup</source>
        <translation>正在等待备份的第一个字节</translation>
    </message>
    <message>
        <source>restoring the backup</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>replaying the log</source>
        <translation>正在重放日志</translation>
    </message>
    <message>
        <source>checking the restored data</source>
        <translation>正在检查恢复的数据</translation>
    </message>
    <message>
        <source>being restored</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>without data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>people's part</source>
        <translation>其中人员所占部分</translation>
    </message>
    <message>
        <source>Restores by class of failure</source>
        <translation>各类失效的恢复</translation>
    </message>
    <message>
        <source>age of the backup restored; chance that nothing is left to restore</source>
        <translation>所恢复备份的时龄；没有任何备份可供恢复的概率</translation>
    </message>
    <message>
        <source>Restores per year</source>
        <translation>每年数据恢复次数</translation>
    </message>
    <message>
        <source>Age, mean</source>
        <translation>时龄，平均</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最旧</translation>
    </message>
    <message>
        <source>Total loss</source>
        <translation>数据全失</translation>
    </message>
    <message>
        <source>begins: people are called</source>
        <translation>开始：呼叫人员</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>开始执行</translation>
    </message>
    <message>
        <source>somebody has answered after %1</source>
        <translation>%1 后有人应答</translation>
    </message>
    <message>
        <source>it is decided after %1</source>
        <translation>%1 后作出决定</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>is carried out</source>
        <translation>已执行完毕</translation>
    </message>
    <message>
        <source>is given up: what it is for is over</source>
        <translation>已放弃：其起因已消失</translation>
    </message>
    <message>
        <source>waits, this cannot be done now: %1</source>
        <translation>等待中，此步骤目前无法执行：%1</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续执行</translation>
    </message>
    <message>
        <source>what it has done is being undone</source>
        <translation>所做的改变正在撤销</translation>
    </message>
    <message>
        <source>everything is as it was before</source>
        <translation>一切已恢复原状</translation>
    </message>
    <message>
        <source>could not be undone, it is tried again</source>
        <translation>未能撤销，正在重试</translation>
    </message>
    <message>
        <source>does not work: what is down has to be repaired</source>
        <translation>不起作用：停机的部分必须修复</translation>
    </message>
    <message>
        <source>has failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>%1 before the start</source>
        <translation>开始前 %1</translation>
    </message>
    <message>
        <source>a bad version begins to come to its members</source>
        <translation>有缺陷的版本开始部署到其成员</translation>
    </message>
    <message>
        <source>the old version is back on its members</source>
        <translation>各成员已恢复为旧版本</translation>
    </message>
    <message>
        <source>makes data bad, in every copy</source>
        <translation>使每个副本中的数据都损坏</translation>
    </message>
    <message>
        <source>attacks: data are bad from now on, in every copy</source>
        <translation>发起攻击：从现在起，所有副本中的数据都已损坏</translation>
    </message>
    <message>
        <source>is being restored from %1, as it was at %2</source>
        <translation>正在从 %1 恢复到 %2 时的状态</translation>
    </message>
    <message>
        <source>restoring from %1 has FAILED</source>
        <translation>从 %1 恢复失败</translation>
    </message>
    <message>
        <source>has come back from %1, as it was at %2: %3</source>
        <translation>已从 %1 恢复到 %2 时的状态：%3</translation>
    </message>
    <message>
        <source>What a failure does: `stop` (refuses connections), `hang` (silent), `lose-data` (this member's copy is gone), `partition` (alive but unreachable), `slow 30%` (it answers, and lacks so much of its `capacity`), `corrupt` (the stores that have copies on it have bad data from then on, in every copy; nothing stops until somebody notices), `encrypt` (the same by an attacker, who then deletes every backup that is not immutable).</source>
        <translation>失效的后果：`stop`（拒绝连接），`hang`（无响应），`lose-data`（此成员的副本丢失），`partition`（仍在运行但无法到达），`slow 30%`（仍有响应，但 `capacity` 减少这一比例），`corrupt`（凡在其上有副本的存储，此后所有副本中的数据都是坏的；在有人发现之前一切照常运行），`encrypt`（同上，但由攻击者造成，攻击者随后还会删除所有并非不可变的备份）。</translation>
    </message>
    <message>
        <source>How many serve; the rest stand by. None (0), if a plan starts them.</source>
        <translation>多少个成员提供服务；其余为备用。若由预案启动，则为零个 (0)。</translation>
    </message>
    <message>
        <source>So many members are out together, or this share of the group, rounded up.</source>
        <translation>同时停用的成员数，或占组的比例（向上取整）。</translation>
    </message>
    <message>
        <source>number or share</source>
        <translation>数值或比例</translation>
    </message>
    <message>
        <source>Work on a member begins within these windows only; the round of all goes on in the next one.</source>
        <translation>对成员的工作只在这些时间窗口内开始；这一轮中尚未完成的成员在下一个时间窗口继续。</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Patches of the operating system: maintenance with the usual figures.</source>
        <translation>操作系统补丁：采用常用数值的维护。</translation>
    </message>
    <message>
        <source>When a round begins.</source>
        <translation>一轮何时开始。</translation>
    </message>
    <message>
        <source>5 min (estimated)</source>
        <translation>5 min（估计）</translation>
    </message>
    <message>
        <source>New versions, and what becomes of those that are bad.</source>
        <translation>新版本的部署，以及有缺陷的版本如何处理。</translation>
    </message>
    <message>
        <source>the version stays as it is</source>
        <translation>版本保持不变</translation>
    </message>
    <message>
        <source>When a new version comes.</source>
        <translation>新版本何时到来。</translation>
    </message>
    <message>
        <source>How it comes to the members: `rolling 25%` or `rolling 1` (batch by batch), `canary 5% for 10 min` (then the others at once; `.., then rolling 25%`: in batches), `blue-green` (users are moved to new members at once), `all`. Shares are rounded up.</source>
        <translation>新版本如何部署到各成员：`rolling 25%` 或 `rolling 1`（逐批进行），`canary 5% for 10 min`（随后其余成员一次完成；`.., then rolling 25%`：其余成员分批进行），`blue-green`（用户一次全部转到新成员），`all`。比例向上取整。</translation>
    </message>
    <message>
        <source>rolling 25%</source>
        <translation>rolling 25%</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>How long a batch of members is out while it is replaced: planned downtime.</source>
        <translation>一批成员在更换期间停止服务多久：计划内停机。</translation>
    </message>
    <message>
        <source>0 s: the old ones serve until the new ones do</source>
        <translation>0 s：新成员开始服务之前，旧成员一直服务</translation>
    </message>
    <message>
        <source>Time from the end of a batch to the beginning of the next.</source>
        <translation>从一批结束到下一批开始的时间。</translation>
    </message>
    <message>
        <source>Probability that a version is bad (change failure rate).</source>
        <translation>一个版本有缺陷的概率（变更失败率）。</translation>
    </message>
    <message>
        <source>What a bad version does to a member that has it: `stop`, `hang`, `slow 30%`.</source>
        <translation type="vanished">坏版本对带有它的成员有何影响：`stop`、`hang`、`slow 30%`。</translation>
    </message>
    <message>
        <source>Time from the first batch that has a bad version until somebody sees that it is bad. Batches that would get it from then on do not.</source>
        <translation>从第一批成员得到有缺陷的版本，到有人发现该版本有缺陷的时间。此后的各批不再得到该版本。</translation>
    </message>
    <message>
        <source>0 s: within the first batch</source>
        <translation>0 s：在第一批之内</translation>
    </message>
    <message>
        <source>Time from there until the old version is back on all members that had the bad one.</source>
        <translation>从那时起，到所有带有坏版本的成员都换回旧版本的时间。</translation>
    </message>
    <message>
        <source>How fast `size` grows from time 0 on, compound: of what backups copy and restores read back.</source>
        <translation>从时刻 0 起 `size` 的增长率，按复利计：决定备份要复制、恢复要读回的数据量。</translation>
    </message>
    <message>
        <source>How it follows; see `replication`. `none`: a machine without data, onto which a plan may restore.</source>
        <translation>副本如何跟随；见 `replication`。`none`：没有数据的机器，预案可以把数据恢复到其上。</translation>
    </message>
    <message>
        <source>It receives writes at once and applies them so much later. Nobody promotes it by itself: when all else is lost, or data are found to be bad within this time, the store is restored from it.</source>
        <translation>它立即接收写入，但推迟这么久才应用。它不会被自动提升：当其他副本全部失去，或在这段时间内发现数据已损坏时，从它恢复该存储。</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Which older copies of the data are there, and how do they come back?</source>
        <translation>有哪些较旧的数据副本，如何恢复？</translation>
    </message>
    <message>
        <source>A store, or else another backup: at each instant its newest usable copy is copied.</source>
        <translation>一个存储，或另一个备份：每到预定时刻，复制其最新的可用副本。</translation>
    </message>
    <message>
        <source>Domains, nodes or groups. Each (of a group: each member) holds all copies; they can be read while it is up.</source>
        <translation>故障域、节点或组。每一个（对于组：每个成员）都保存全部备份；它可用时，备份即可读取。</translation>
    </message>
    <message>
        <source>a place that never fails; of snapshots alone: only beside the data</source>
        <translation>一个从不失效的地点；只有快照时：只在数据旁边</translation>
    </message>
    <message>
        <source>When all data are copied, as they are at that instant.</source>
        <translation>何时按当时的状态复制全部数据。</translation>
    </message>
    <message>
        <source>Differential: what has changed since the last full one. At instants that several kinds share the fullest alone is made.</source>
        <translation>差异备份：自上一次全量备份以来的变化。若几种备份落在同一时刻，只做其中最完整的一种。</translation>
    </message>
    <message>
        <source>Incremental: what has changed since the last backup of any kind. A restore needs all back to the full one.</source>
        <translation>增量：上次任何类型的备份以来的变化。恢复时需要一直回溯到全量备份的所有备份。</translation>
    </message>
    <message>
        <source>The state of the blocks: there at once, beside the data, and lost with them until it has been copied to `to`.</source>
        <translation>数据块的状态：立即生成，与数据存放在一起；在复制到 `to` 之前，会随数据一同丢失。</translation>
    </message>
    <message>
        <source>The log of all writes is shipped too: any instant up to the last shipped one can be restored.</source>
        <translation>同时传送所有写入的日志：可以恢复到最后一次传送为止的任意时刻。</translation>
    </message>
    <message>
        <source>How often a piece of the log of all writes is closed and shipped, or `streamed`: as it is written.</source>
        <translation>全部写入的日志每隔多久封存一段并送出；或 `streamed`：随写随送。</translation>
    </message>
    <message>
        <source>whenever `segment` is full</source>
        <translation>每当达到 `segment` 时</translation>
    </message>
    <message>
        <source>period of shipping</source>
        <translation>传送周期</translation>
    </message>
    <message>
        <source>A piece is also closed when it has this size, by the store's `writes`.</source>
        <translation>按存储的 `writes` 计算，一段日志达到此大小时也会封存。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>From the closing of a piece (streamed: from a write) until it is kept at `to`.</source>
        <translation>从一段日志关闭（流式传送时：从写入）到保存在 `to` 为止的时间。</translation>
    </message>
    <message>
        <source>How often shipping stops without anybody noticing. What is written until somebody does is missing for good: no recovery from an older copy leads past it.</source>
        <translation>传送停止而无人察觉的频度。在有人察觉之前写入的内容永远缺失：从更早的备份恢复时，也无法越过这段缺口。</translation>
    </message>
    <message>
        <source>How long such a stop lasts: any distribution.</source>
        <translation>这种停顿持续多久：任意分布。</translation>
    </message>
    <message>
        <source>What is not deleted. A copy is kept if any rule wants it, and as long as one that is kept needs it.</source>
        <translation>哪些不会被删除。只要有任一规则要求保留，或有保留的副本需要它，该副本就会保留。</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The newest so many full ones.</source>
        <translation>最新的这么多个全量备份。</translation>
    </message>
    <message>
        <source>all, unless another rule is about them</source>
        <translation>全部，除非有其他规则涉及</translation>
    </message>
    <message>
        <source>The newest so many differential ones.</source>
        <translation>最新的若干个差异备份。</translation>
    </message>
    <message>
        <source>as long as a rule wants the full one that they go back to</source>
        <translation>只要有规则还保留它们所依赖的全量备份，就一直保留</translation>
    </message>
    <message>
        <source>The newest so many incremental ones.</source>
        <translation>保留最新的若干个增量备份。</translation>
    </message>
    <message>
        <source>The newest so many snapshots.</source>
        <translation>最新的若干个快照。</translation>
    </message>
    <message>
        <source>Logs are kept so long: a copy that is older cannot be brought forward.</source>
        <translation>日志保留的时间：比这更旧的副本无法再借助日志向前推进。</translation>
    </message>
    <message>
        <source>as long as a copy that needs them</source>
        <translation>与需要这些日志的副本保留得一样久</translation>
    </message>
    <message>
        <source>Whatever is needed to restore the data of any time within so long.</source>
        <translation>为恢复这段时间内任意时刻的数据所需的一切。</translation>
    </message>
    <message>
        <source>The last full one (the last snapshot if there are no full ones) of each of the newest so many days that have any.</source>
        <translation>在有备份的日子中取最新的这么多天，各保留当天最后一个全量备份（没有全量备份时为最后一个快照）。</translation>
    </message>
    <message>
        <source>The same by weeks, from Monday on.</source>
        <translation>同上，按周计，从星期一开始。</translation>
    </message>
    <message>
        <source>The same by months: twelfths of a year, counted from the beginning.</source>
        <translation>同上，按月计：一月为一年的十二分之一，从开始时算起。</translation>
    </message>
    <message>
        <source>The same by years, counted from the beginning.</source>
        <translation>同上，按年计，从开始时算起。</translation>
    </message>
    <message>
        <source>How a job goes.</source>
        <translation>备份任务如何执行。</translation>
    </message>
    <message>
        <source>at once, and always well</source>
        <translation>立即完成，且总是成功</translation>
    </message>
    <message>
        <source>How fast it is copied.</source>
        <translation>复制的速度。</translation>
    </message>
    <message>
        <source>how long copying takes</source>
        <translation>复制所需的时间</translation>
    </message>
    <message>
        <source>How long copying takes: any distribution.</source>
        <translation>复制需要多久：任意分布。</translation>
    </message>
    <message>
        <source>what has to be copied / `rate`</source>
        <translation>须复制的数据量 / `rate`</translation>
    </message>
    <message>
        <source>From the start of a job, whose state of the data it holds, until copying begins.</source>
        <translation>从任务开始（备份保存的是该时刻的数据状态）到复制开始的时间。</translation>
    </message>
    <message>
        <source>From the end of copying until the copy is where it is kept: a van, a replication of the vault.</source>
        <translation>从复制结束到备份送达保存地点的时间：例如用车运送，或备份库之间的复制。</translation>
    </message>
    <message>
        <source>Probability that a try works. One that does not leaves nothing.</source>
        <translation>一次尝试成功的概率。不成功的尝试不留下任何结果。</translation>
    </message>
    <message>
        <source>How often a job that has failed is tried again.</source>
        <translation>任务失败后重试的次数。</translation>
    </message>
    <message>
        <source>From the start of one try to that of the next.</source>
        <translation>从一次尝试开始到下一次尝试开始的时间。</translation>
    </message>
    <message>
        <source>Share of the copies that cannot be read when they are needed, each for itself. Nobody knows before a `test` or a restore uses it.</source>
        <translation>需要时无法读取的副本所占的比例，各副本相互独立。在 `test` 或恢复用到它之前，无人知晓。</translation>
    </message>
    <message>
        <source>How often copying breaks in silence: all that is written from then on is bad, until a `test` or a restore uses it.</source>
        <translation>复制过程在无人察觉的情况下出错的频率：此后写入的备份全部是坏的，直到 `test` 或恢复用到它们。</translation>
    </message>
    <message>
        <source>How the data come back.</source>
        <translation>数据怎样恢复。</translation>
    </message>
    <message>
        <source>How copies are kept and read: `chain` (a full one, then each differential or incremental one), `manifest` (every piece once, also across full ones: deduplicating tools), `block` (a volume made of a snapshot, fetched as it is read).</source>
        <translation>副本如何保存和读取：`chain`（一个全量备份，再依次是各差异或增量备份），`manifest`（每一块只存一次，跨全量备份也如此：去重工具），`block`（由快照生成的卷，读到时才取回）。</translation>
    </message>
    <message>
        <source>The crew that restores: its `ack` and `decide` come first.</source>
        <translation type="vanished">执行恢复的维修班组：先经过其 `ack` 和 `decide`。</translation>
    </message>
    <message>
        <source>nobody is waited for</source>
        <translation>不等待任何人</translation>
    </message>
    <message>
        <source>Machines and volumes are made ready: any distribution.</source>
        <translation>准备机器和卷所需的时间：任意分布。</translation>
    </message>
    <message>
        <source>Until the first byte comes: archive tiers, tapes.</source>
        <translation>到第一个字节到达为止的时间：归档存储层、磁带。</translation>
    </message>
    <message>
        <source>How fast copies are read back.</source>
        <translation>读回备份的速度。</translation>
    </message>
    <message>
        <source>What the network or the repository gives: `rate` is at most this.</source>
        <translation>网络或备份库所能提供的速度：`rate` 不超过此值。</translation>
    </message>
    <message>
        <source>How fast the log is applied after that.</source>
        <translation>此后应用日志的速度。</translation>
    </message>
    <message>
        <source>The data are looked at before clients may write.</source>
        <translation>允许客户端写入之前，先检查数据。</translation>
    </message>
    <message>
        <source>Probability that an attempt works. One that does not costs its time, and the next older copy comes next.</source>
        <translation>一次尝试成功的概率。不成功的尝试仍耗费其时间，然后轮到下一个较旧的副本。</translation>
    </message>
    <message>
        <source>Clients are served when the data are whole (`full`), or while they are still being copied (`instant`).</source>
        <translation type="vanished">何时为客户端提供服务：数据完整之后（`full`），或仍在复制时（`instant`）。</translation>
    </message>
    <message>
        <source>full; instant with `model = "block"`</source>
        <translation>full；`model = "block"` 时为 instant</translation>
    </message>
    <message>
        <source>Share of the capacity while the data are still being copied.</source>
        <translation type="vanished">数据仍在复制期间，可用容量所占的比例。</translation>
    </message>
    <message>
        <source>When a restore is tried out: it finds copies that are bad in silence, and what broke them is mended.</source>
        <translation>何时进行恢复演练：演练会发现无人察觉的损坏副本，造成损坏的原因也随之修复。</translation>
    </message>
    <message>
        <source>Nobody can change or delete a copy before its time, whoever has taken over the rest.</source>
        <translation>在到期之前，谁都不能更改或删除备份，即使其余一切已被他人控制。</translation>
    </message>
    <message>
        <source>How much of the data changes per time: the size of differential and incremental copies is this times the time, and at most the data; see `hot`.</source>
        <translation>单位时间内有多少数据发生变化：差异和增量副本的大小为此值乘以时间，最多为全部数据；参见 `hot`。</translation>
    </message>
    <message>
        <source>the store's `writes`</source>
        <translation>存储的 `writes`</translation>
    </message>
    <message>
        <source>The part of the data on which `changes` fall, anywhere in it: what is changed twice between two copies is copied once. In a time t it is hot x (1 - exp(-changes x t / hot)).</source>
        <translation>`changes` 所涉及的那部分数据，变化可落在其中任何位置：两次备份之间变化两次的内容只复制一次。在时间 t 内，其大小为 hot x (1 - exp(-changes x t / hot))。</translation>
    </message>
    <message>
        <source>changes never fall on the same data twice</source>
        <translation>变化从不重复落在相同的数据上</translation>
    </message>
    <message>
        <source>Time to decide what to do, where a failover or a plan asks for it.</source>
        <translation>在故障转移或预案需要时，决定如何处理所用的时间。</translation>
    </message>
    <message>
        <source>Of a plan's call: the next level is called when nobody has answered for so long.</source>
        <translation>用于预案的呼叫：这么久无人应答时，呼叫下一级。</translation>
    </message>
    <message>
        <source>Outside `hours` the answer to a plan's call and the decision take so many times as long.</source>
        <translation>在 `hours` 之外，应答预案的呼叫和作出决定所需的时间变为这么多倍。</translation>
    </message>
    <message>
        <source>Which steps bring a service back, who starts them, and when?</source>
        <translation>哪些步骤能使服务恢复，由谁启动，何时启动？</translation>
    </message>
    <message>
        <source>What starts it: `NAME down for TIME`; of a list any. A service is down here while something is down that it needs.</source>
        <translation>由什么启动：`NAME down for TIME`；给出列表时，满足任意一项即可。此处，只要服务所需的某一部分不可用，该服务就算不可用。</translation>
    </message>
    <message>
        <source>condition or list</source>
        <translation>条件，或其列表</translation>
    </message>
    <message>
        <source>The crew that is called: it answers (`ack`) and decides (`decide`) before the first step.</source>
        <translation type="vanished">被呼叫的维修班组：在第一步之前应答（`ack`）并作出决定（`decide`）。</translation>
    </message>
    <message>
        <source>an automation, at once</source>
        <translation>自动执行，立即开始</translation>
    </message>
    <message>
        <source>One after the other; those of an inner list side by side. `promote GROUP`: its copies of stores become primary, also without a majority. `scale GROUP to N` and `start GROUP [to N]`: so many members serve; new ones after their `boot`, for which the next step does not wait. `switch BALANCER to TARGET`: it is sent to first from then on. `restore STORE on GROUP`: from its backups. `do WORK`: what people do. Each with `takes LAW` (at once) and `works SHARE` (100%).</source>
        <translation>各步依次进行；内层列表中的各步同时进行。`promote GROUP`：该组持有的存储副本成为主副本，没有多数时也如此。`scale GROUP to N` 和 `start GROUP [to N]`：由这么多个成员提供服务；新成员在其 `boot` 之后加入，下一步不等待它们。`switch BALANCER to TARGET`：此后请求优先送往该目标。`restore STORE on GROUP`：从其备份恢复。`do WORK`：由人完成的工作。每一步都可带 `takes LAW`（默认立即完成）和 `works SHARE`（默认 100%）。</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Probability that the plan works as a whole; else none of its steps has an effect, and what is down has to be repaired.</source>
        <translation>预案整体奏效的概率；若不奏效，它的任何步骤都不起作用，不可用的部分必须修复。</translation>
    </message>
    <message>
        <source>by `drill`; 100% if a step has `works`</source>
        <translation>由 `drill` 决定；有步骤带 `works` 时为 100%</translation>
    </message>
    <message>
        <source>How often it is tried out, or `never`. Without `works`: at least each quarter 95%, at least each year 85%, else 60% (estimated).</source>
        <translation>多久演练一次，或 `never`。未写 `works` 时：至少每季度一次为 95%，至少每年一次为 85%，否则为 60%（估计）。</translation>
    </message>
    <message>
        <source>When what it has done is undone: `NAME up for TIME`, also `.., in WINDOW`; stores are handed over to their own group without loss, then balancers and numbers go back. `never`: it stays.</source>
        <translation>何时撤销它所做的改变：`NAME up for TIME`，也可写 `.., in WINDOW`；先把存储无损地交还给其原来的组，再复原负载均衡器和成员数量。`never`：保持不变。</translation>
    </message>
    <message>
        <source>`fail TARGET`, `fail TARGET for TIME`, `restore TARGET`; `partition TARGET for TIME` cuts it off from everything, `partition A from B for TIME` cuts the copies in A off from the rest of each store that has copies in B too, while users reach both sides; `slow TARGET by SHARE for TIME`; `resize TARGET to RATE takes TIME` (one member after the other); `scale load of SERVICE by NUMBER`, the same `for TIME` (the load is so many times what it was; what overlaps multiplies); `corrupt TARGET` or `corrupt TARGET noticed after TIME` makes the data of its stores bad.</source>
        <translation>`fail TARGET`、`fail TARGET for TIME`、`restore TARGET`；`partition TARGET for TIME` 把目标与一切隔断，`partition A from B for TIME` 把 A 中的副本与在 B 中也有副本的各存储的其余部分隔断，而用户仍能到达两侧；`slow TARGET by SHARE for TIME`；`resize TARGET to RATE takes TIME`（成员逐个进行）；`scale load of SERVICE by NUMBER`，可另加 `for TIME`（负载变为原来的这么多倍；重叠时相乘）；`corrupt TARGET` 或 `corrupt TARGET noticed after TIME` 使目标上各存储的数据损坏。</translation>
    </message>
    <message>
        <source>PostgreSQL with Barman: weekly base backups, the log streamed as it is written, so that next to nothing is lost, and whatever is needed for any instant of the last week kept</source>
        <translation>PostgreSQL，采用 Barman：每周一次基础备份，日志随写入流式传送，因此几乎不丢失数据；恢复到最近一周内任意时刻所需的内容全部保留</translation>
    </message>
    <message>
        <source>Amazon EBS: a snapshot of the volume each day, copied to the region's store block by block; a volume made of one serves at once and is slow until it has been read in. Name the region in `to`</source>
        <translation>Amazon EBS：每天为卷做一个快照，逐块复制到该区域的存储；由快照生成的卷立即提供服务，但在全部读入之前较慢。请在 `to` 中写明该区域</translation>
    </message>
    <message>
        <source>PostgreSQL with pgBackRest: a full backup each Sunday, a differential one on the other days, and the log archived segment by segment. How many are kept must be said: give `keep`</source>
        <translation>PostgreSQL 加 pgBackRest：每周日一次全量备份，其余各天一次差异备份，日志逐段归档。保留多少必须写明：请给出 `keep`</translation>
    </message>
    <message>
        <source>Amazon RDS automated backups: a daily snapshot of the volume and the log every 5 minutes; a new instance serves at once and is slow until its volume has been read in</source>
        <translation>Amazon RDS 自动备份：每天一次卷快照，每 5 分钟传送一次日志；新实例立即提供服务，但在卷的数据全部读入之前较慢</translation>
    </message>
    <message>
        <source>Files with restic: a snapshot of them each day, of which only the pieces that are new are copied; kept by days, weeks, months and years. A dump of a database must stand there first</source>
        <translation>用 restic 备份文件：每天做一个快照，只复制其中新的数据块；按日、周、月、年保留。若要备份数据库，须先在那里生成其转储</translation>
    </message>
    <message>
        <source>PostgreSQL with WAL-G to an object store: a full backup each day, and the log archived segment by segment</source>
        <translation>PostgreSQL 加 WAL-G，备份到对象存储：每天一次全量备份，日志逐段归档</translation>
    </message>
    <message>
        <source>MySQL with Percona XtraBackup: a full backup each Sunday, an incremental one on the other days, and the binary log streamed</source>
        <translation>MySQL，采用 Percona XtraBackup：每星期日全量备份，其余各天增量备份，二进制日志流式传送</translation>
    </message>
    <message>
        <source>Somebody who is called at any hour: a few minutes until the answer, a quarter of an hour until it is decided that a region is given up, twice as long at night</source>
        <translation>任何时刻都可呼叫的人员：几分钟后应答，一刻钟后决定放弃一个区域，夜间所需时间加倍</translation>
    </message>
    <message>
        <source>Elite teams of DORA's survey: 5 % of the versions are bad, and that is over in less than an hour</source>
        <translation>DORA 调查中的精英团队：5 % 的版本有缺陷，不到一小时即可解决</translation>
    </message>
    <message>
        <source>High performers of DORA's survey: 20 % of the versions are bad, and that is over in less than a day</source>
        <translation>DORA 调查中的高绩效者：20 % 的版本有缺陷，不到一天即可恢复</translation>
    </message>
    <message>
        <source>Low performers of DORA's survey: 40 % of the versions are bad, and that lasts for between a week and a month</source>
        <translation>DORA 调查中的低绩效者：40 % 的版本是坏的，其影响持续一周到一个月</translation>
    </message>
    <message>
        <source>Medium performers of DORA's survey: 10 % of the versions are bad, and that is over in less than a day</source>
        <translation>DORA 调查中的中等团队：10 % 的版本有缺陷，不到一天即可解决</translation>
    </message>
    <message>
        <source>A plan that is tried out each quarter: nineteen times out of twenty it works</source>
        <translation>每季度演练一次的预案：二十次中有十九次成功</translation>
    </message>
    <message>
        <source>A plan that is tried out once a year: what has changed since then goes wrong about every seventh time</source>
        <translation>每年演练一次的预案：由于此后发生的变化，大约每七次有一次出错</translation>
    </message>
    <message>
        <source>A plan on paper: it works in three cases out of five</source>
        <translation>纸面上的预案：五次中有三次起作用</translation>
    </message>
    <message>
        <source>Average time whose acknowledged writes a failover, a restore or the end of a split brain discards.</source>
        <translation>因故障转移、恢复或脑裂结束而丢弃的已确认写入所对应的平均时间。</translation>
    </message>
    <message>
        <source>The time whose acknowledged writes a failover, a restore or the end of a split brain discards that 50 % of them do not exceed.</source>
        <translation>因故障转移、数据恢复或脑裂结束而丢弃的已确认写入所对应的时间，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>The time whose acknowledged writes a failover, a restore or the end of a split brain discards that 90 % of them do not exceed.</source>
        <translation>因故障转移、从备份恢复或脑裂结束而丢弃的已确认写入所对应的时间，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>The time whose acknowledged writes a failover, a restore or the end of a split brain discards that 95 % of them do not exceed.</source>
        <translation>因故障转移、恢复或脑裂结束而丢弃的已确认写入所对应的时间，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>The time whose acknowledged writes a failover, a restore or the end of a split brain discards that 99 % of them do not exceed.</source>
        <translation>因故障转移、数据恢复或脑裂结束而丢弃的已确认写入所对应的时间，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Largest time whose acknowledged writes a failover, a restore or the end of a split brain discards seen in the run.</source>
        <translation>本次运行中因故障转移、从备份恢复或脑裂结束而丢弃的已确认写入所对应的时间的最大值。</translation>
    </message>
    <message>
        <source>Share of trials in which no copy of the data was left, and no backup.</source>
        <translation>既没有数据副本、也没有备份剩下的试验所占的比例。</translation>
    </message>
    <message>
        <source>Expected number of times in a year that the data come back from a backup, or from a copy that applies writes later.</source>
        <translation>每年从备份或从延迟应用写入的副本恢复数据的次数的期望值。</translation>
    </message>
    <message>
        <source>Restores that worked</source>
        <translation>成功的恢复</translation>
    </message>
    <message>
        <source>Share of the attempts to restore that worked; the next attempt takes an older state.</source>
        <translation>恢复尝试中成功的比例；失败后的下一次尝试采用更旧的状态。</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>次尝试</translation>
    </message>
    <message>
        <source>Age of the backup restored, mean</source>
        <translation>所恢复备份的时龄，平均</translation>
    </message>
    <message>
        <source>Average time between the cut of the backup that is restored and the loss of the store.</source>
        <translation>从所恢复备份的截取时刻到存储丢失之间的平均时间。</translation>
    </message>
    <message>
        <source>restores</source>
        <translation>次数据恢复</translation>
    </message>
    <message>
        <source>Age of the backup restored, median</source>
        <translation>所恢复备份的时龄，中位数</translation>
    </message>
    <message>
        <source>The time between the cut of the backup that is restored and the loss of the store that 50 % of them do not exceed.</source>
        <translation>从所恢复备份的截取时刻到存储丢失之间的时间，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Age of the backup restored, 90 %</source>
        <translation>所恢复备份的时龄，90 %</translation>
    </message>
    <message>
        <source>The time between the cut of the backup that is restored and the loss of the store that 90 % of them do not exceed.</source>
        <translation>从所恢复备份的截取时刻到存储数据丢失的时间，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Age of the backup restored, 95 %</source>
        <translation>所恢复备份的时龄，95 %</translation>
    </message>
    <message>
        <source>The time between the cut of the backup that is restored and the loss of the store that 95 % of them do not exceed.</source>
        <translation>从所恢复的备份截取数据的时刻到失去存储的时间，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Age of the backup restored, 99 %</source>
        <translation>所恢复备份的时龄，99 %</translation>
    </message>
    <message>
        <source>The time between the cut of the backup that is restored and the loss of the store that 99 % of them do not exceed.</source>
        <translation>从所恢复备份的截取时刻到存储丢失之间的时间，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Age of the backup restored, oldest</source>
        <translation>所恢复备份的时龄，最旧</translation>
    </message>
    <message>
        <source>Largest time between the cut of the backup that is restored and the loss of the store seen in the run.</source>
        <translation>本次运行中从所恢复备份的截取时刻到存储数据丢失的时间的最大值。</translation>
    </message>
    <message>
        <source>Recovery time that waits for people</source>
        <translation>恢复时间中等待人员的比例</translation>
    </message>
    <message>
        <source>Share of the time of recoveries in which somebody has to answer, to decide or to work by hand.</source>
        <translation type="vanished">恢复时间中需要人员应答、决定或手工操作的时间所占的比例。</translation>
    </message>
    <message>
        <source>Plans carried out per year</source>
        <translation>每年执行预案的次数</translation>
    </message>
    <message>
        <source>Expected number of times in a year that all steps of the plan were carried out.</source>
        <translation>每年预案的所有步骤全部执行完毕的次数的期望值。</translation>
    </message>
    <message>
        <source>Failed plans per year</source>
        <translation>每年失败的预案次数</translation>
    </message>
    <message>
        <source>Expected number of times in a year that the plan was begun and did not work, or came to a step that could not be done.</source>
        <translation>每年预案已开始却不起作用、或遇到无法完成的步骤的次数的期望值。</translation>
    </message>
    <message>
        <source>Time of the plan, mean</source>
        <translation>预案用时，平均</translation>
    </message>
    <message>
        <source>Average time from the beginning of what the plan is for to its last step.</source>
        <translation>从预案所针对的事件开始到预案最后一步的平均时间。</translation>
    </message>
    <message>
        <source>plans</source>
        <translation>次预案执行</translation>
    </message>
    <message>
        <source>Time of the plan, median</source>
        <translation>预案用时，中位数</translation>
    </message>
    <message>
        <source>The time from the beginning of what the plan is for to its last step that 50 % of them do not exceed.</source>
        <translation>从预案所针对的事件开始到预案最后一步的时间，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Time of the plan, 90 %</source>
        <translation>预案用时，90 %</translation>
    </message>
    <message>
        <source>The time from the beginning of what the plan is for to its last step that 90 % of them do not exceed.</source>
        <translation>从预案所应对的事件开始到预案最后一步完成的时间，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Time of the plan, 95 %</source>
        <translation>预案用时，95 %</translation>
    </message>
    <message>
        <source>The time from the beginning of what the plan is for to its last step that 95 % of them do not exceed.</source>
        <translation>从预案的起因出现到预案最后一步完成的时间，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Time of the plan, 99 %</source>
        <translation>预案用时，99 %</translation>
    </message>
    <message>
        <source>The time from the beginning of what the plan is for to its last step that 99 % of them do not exceed.</source>
        <translation>从预案所针对的事件开始到预案最后一步的时间，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Time of the plan, longest</source>
        <translation>预案用时，最长</translation>
    </message>
    <message>
        <source>Largest time from the beginning of what the plan is for to its last step seen in the run.</source>
        <translation>本次运行中从预案所应对的事件开始到预案最后一步完成的时间的最大值。</translation>
    </message>
    <message>
        <source>People's part in it</source>
        <translation>其中人员所占部分</translation>
    </message>
    <message>
        <source>Share of that time in which people answered and decided.</source>
        <translation type="vanished">这段时间中用于人员应答和作出决定的比例。</translation>
    </message>
    <message>
        <source>Kept by the backup, mean</source>
        <translation>备份保留的数据量，平均</translation>
    </message>
    <message>
        <source>Average size of what a backup keeps at one of its places, over the horizon.</source>
        <translation>一项备份在其一个保存地点所保留内容的平均大小，按整个模拟时长计算。</translation>
    </message>
    <message>
        <source>Kept by the backup, most</source>
        <translation>备份保留的数据量，最大</translation>
    </message>
    <message>
        <source>Largest size of what a backup keeps at one of its places seen in the run.</source>
        <translation>本次运行中备份在其一处存放位置所保留数据量的最大值。</translation>
    </message>
    <message>
        <source>Availability, high availability alone</source>
        <translation>可用性，仅靠高可用</translation>
    </message>
    <message>
        <source>The same without the design's plans, backups and copies that apply writes later.</source>
        <translation>同一指标，但不计设计中的预案、备份和延迟应用写入的副本。</translation>
    </message>
    <message>
        <source>Unavailability, high availability alone</source>
        <translation>不可用性，仅靠高可用</translation>
    </message>
    <message>
        <source>Downtime per year, high availability alone</source>
        <translation>每年停机时间，仅靠高可用</translation>
    </message>
    <message>
        <source>Recovery time, 95 %, high availability alone</source>
        <translation>恢复时间，95 %，仅靠高可用</translation>
    </message>
    <message>
        <source>Chance of total loss, high availability alone</source>
        <translation>数据全失的概率，仅靠高可用</translation>
    </message>
    <message>
        <source>Expected time in a year that the subject is down for planned work, hand-overs and the replacing of members by deploys.</source>
        <translation type="vanished">一年中，对象因计划内工作、计划切换以及部署时更换成员而不可用的时间的期望值。</translation>
    </message>
    <message>
        <source>Expected time in a year that the subject is down for any other reason, bad versions among them.</source>
        <translation>对象每年因其他任何原因（包括有缺陷的版本）停机的时间的期望值。</translation>
    </message>
    <message>
        <source>Deploys per year</source>
        <translation>每年部署次数</translation>
    </message>
    <message>
        <source>Expected number of new versions in a year. None comes while another one is under way or is being undone.</source>
        <translation>每年新版本数的期望值。另一个版本正在部署或回滚时，不会有新版本到来。</translation>
    </message>
    <message>
        <source>Failed deploys per year</source>
        <translation>每年失败的部署次数</translation>
    </message>
    <message>
        <source>Expected number of new versions in a year that are bad.</source>
        <translation>每年有缺陷的新版本数的期望值。</translation>
    </message>
    <message>
        <source>Deploys</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Change as a cause: a new version every day, one in twenty of them bad.</source>
        <translation>变更作为原因：每天一个新版本，二十个中有一个有缺陷。</translation>
    </message>
    <message>
        <source>Differential or incremental</source>
        <translation>差异备份或增量备份</translation>
    </message>
    <message>
        <source>Differential or incremental? Two databases, alike but for their backups.</source>
        <translation>差异还是增量？两个数据库，只有备份方式不同。</translation>
    </message>
    <message>
        <source>What replicas do not help against</source>
        <translation>从副本无法防范的情况</translation>
    </message>
    <message>
        <source>What replicas do not help against: data that somebody ruins.</source>
        <translation>从副本无法防范的情形：有人毁坏数据。</translation>
    </message>
    <message>
        <source>Weekly full, daily differential backup</source>
        <translation>每周全量备份，每日差异备份</translation>
    </message>
    <message>
        <source>The database of backup_none.toml with a full backup each week and a differential one each other night: a restore reads two copies, never more.</source>
        <translation type="vanished">backup_none.toml 中的数据库，每周一次全量备份，其余每晚一次差异备份：恢复时最多读取两个副本。</translation>
    </message>
    <message>
        <source>Weekly full, daily incremental backup</source>
        <translation>每周全量备份，每天增量备份</translation>
    </message>
    <message>
        <source>The database of backup_none.toml with a full backup each week and an incremental one each other night: a restore reads all nights back to the full one.</source>
        <translation type="vanished">backup_none.toml 的数据库，每周一次全量备份，其余各夜增量备份：恢复时要读取回溯到全量备份为止的每一夜的备份。</translation>
    </message>
    <message>
        <source>Weekly full, daily differential, continuous log</source>
        <translation>每周全量，每天差异，持续日志</translation>
    </message>
    <message>
        <source>The database of backup_differential.toml whose log is shipped every minute: any instant can be restored, so that only the last minute is lost, or what was written after the data had been ruined.</source>
        <translation type="vanished">与 backup_differential.toml 相同的数据库，其日志每分钟传送一次：可以恢复到任意时刻，因此只丢失最后一分钟的数据，或数据被毁坏之后写入的内容。</translation>
    </message>
    <message>
        <source>Continuous log and a copy six hours behind</source>
        <translation>持续日志归档，加一个落后六小时的副本</translation>
    </message>
    <message>
        <source>The database of backup_log.toml and a copy elsewhere that receives every write and applies it six hours later.</source>
        <translation type="vanished">backup_log.toml 中的数据库，另在别处有一个副本，它接收每次写入，六小时后才应用。</translation>
    </message>
    <message>
        <source>One database, no backup</source>
        <translation>一个数据库，没有备份</translation>
    </message>
    <message>
        <source>One database without a backup, and the first of a family: five ways to keep older copies of the same data.</source>
        <translation>一个没有备份的数据库，也是一个系列中的第一个：保存同一数据的较旧副本的五种方式。</translation>
    </message>
    <message>
        <source>Disaster recovery, active in both regions</source>
        <translation>灾难恢复，两个区域双活</translation>
    </message>
    <message>
        <source>A web shop that is active in two regions: both serve users all the time, each could bear the whole load.</source>
        <translation>在两个区域双活的网上商店：两个区域始终都为用户服务，每个都能承担全部负载。</translation>
    </message>
    <message>
        <source>Disaster recovery, backup and restore</source>
        <translation>灾难恢复，备份与恢复</translation>
    </message>
    <message>
        <source>A web shop whose second region is empty but for backups: backup and restore.</source>
        <translation>网上商店，第二个区域除备份外空无一物：备份与恢复。</translation>
    </message>
    <message>
        <source>Disaster recovery, pilot light</source>
        <translation>灾难恢复，导航灯（仅保留数据）</translation>
    </message>
    <message>
        <source>A web shop whose second region is a pilot light: the database follows there, and nothing else runs.</source>
        <translation>一个网上商店，其第二个区域为导航灯：只有数据库在那里跟随，其他什么都不运行。</translation>
    </message>
    <message>
        <source>Disaster recovery, warm standby</source>
        <translation>灾难恢复，温备</translation>
    </message>
    <message>
        <source>A web shop whose second region is a warm standby: everything runs there, but small, two web servers of nine.</source>
        <translation>第二个区域为温备的网上商店：所有组件都在其中运行，但规模较小，九台 Web 服务器中只有两台。</translation>
    </message>
    <message>
        <source>Web shop in two regions: high availability and recovery</source>
        <translation>两个区域的网上商店：高可用与灾难恢复</translation>
    </message>
    <message>
        <source>A web shop in two regions with everything that keeps it up and brings it back: balancers, scaling, Patroni, a plan for the loss of a region, backups with a log in a third place, people, daily deploys, and mistakes.</source>
        <translation type="vanished">两个区域的网上商店，具备维持其运行并使其恢复的一切：负载均衡器、伸缩、Patroni、应对区域丢失的预案、在第三个地点保存并带日志的备份、人员、每天的部署，以及人为失误。</translation>
    </message>
    <message>
        <source>The database of backup_none.toml with a full backup each week and a differential one each other night.</source>
        <translation>backup_none.toml 的数据库，每周一次全量备份，其余每晚一次差异备份。</translation>
    </message>
    <message>
        <source>The database of backup_none.toml with a full backup each week and an incremental one each other night.</source>
        <translation>backup_none.toml 的数据库，每周一次全量备份，其余每晚一次增量备份。</translation>
    </message>
    <message>
        <source>The database of backup_differential.toml whose log is shipped every minute, so that any instant can be restored.</source>
        <translation>backup_differential.toml 的数据库，日志每分钟传送一次，因此可以恢复到任意时刻。</translation>
    </message>
    <message>
        <source>The database of backup_log.toml and a copy elsewhere that applies every write six hours later.</source>
        <translation>backup_log.toml 的数据库，另有一个位于别处的副本，每次写入都晚六小时应用。</translation>
    </message>
    <message>
        <source>Split mirror, tape and vault</source>
        <translation>分裂镜像、磁带与保管库</translation>
    </message>
    <message>
        <source>Storage dependability by levels of protection: split mirror, weekly tape, remote vault.</source>
        <translation>按保护级别划分的存储可信性：分裂镜像、每周磁带、异地保管库。</translation>
    </message>
    <message>
        <source>A web shop in two regions with everything that keeps it up and everything that brings it back.</source>
        <translation>位于两个区域的网上商店，包含使其保持运行和使其恢复的一切手段。</translation>
    </message>
    <message>
        <source>not replicated</source>
        <translation>不复制</translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation>%1 个跟随副本</translation>
    </message>
    <message>
        <source>1 follower</source>
        <translation>1 个跟随副本</translation>
    </message>
    <message>
        <source>follower %1 later</source>
        <translation>延迟副本，晚 %1</translation>
    </message>
    <message>
        <source>follower for a plan</source>
        <translation>预案用的跟随副本</translation>
    </message>
    <message>
        <source>follower, never primary</source>
        <translation>跟随副本，从不当主副本</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 个步骤</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 个步骤</translation>
    </message>
    <message>
        <source>The same storm where servers refuse what is too much: it ends with its cause.</source>
        <translation>同一场风暴，但服务器拒绝超出能力的请求：起因一消失，风暴就结束。</translation>
    </message>
    <message>
        <source>provisioning</source>
        <translation>等待机器</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>正在取备份</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>replaying</source>
        <translation>正在重放日志</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在核验</translation>
    </message>
    <message>
        <source>Objective by window</source>
        <translation>按窗口看目标</translation>
    </message>
    <message>
        <source>How often is the objective met in a month, a quarter, a year?</source>
        <translation>一个月、一个季度、一年内目标多常达到？</translation>
    </message>
    <message>
        <source>Error budget</source>
        <translation>错误预算</translation>
    </message>
    <message>
        <source>How much of its error budget does a window spend?</source>
        <translation>一个窗口消耗多少错误预算？</translation>
    </message>
    <message>
        <source>The first is better.</source>
        <translation>前者较好。</translation>
    </message>
    <message>
        <source>The second is better.</source>
        <translation>后者较好。</translation>
    </message>
    <message>
        <source>The difference does not matter.</source>
        <translation>差异无关紧要。</translation>
    </message>
    <message>
        <source>Not decided.</source>
        <translation>尚无定论。</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>无差异</translation>
    </message>
    <message>
        <source>does not matter</source>
        <translation>无关紧要</translation>
    </message>
    <message>
        <source>Availability of %1 by design</source>
        <translation>各设计中 %1 的可用性</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>%1 of %2: difference between designs</source>
        <translation>%2 的%1：设计之间的差异</translation>
    </message>
    <message>
        <source>Designs</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>There are no two designs that have this figure.</source>
        <translation>没有两个设计都有这一数值。</translation>
    </message>
    <message>
        <source>Trial by trial on the same luck, %1 trials; all intervals hold at once with %2.</source>
        <translation>逐次试验、同一随机数，共 %1 次试验；所有区间同时成立的置信水平为 %2。</translation>
    </message>
    <message>
        <source>The first design less the second</source>
        <translation>第一个设计减第二个设计</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Design %1 less design %2</source>
        <translation>设计 %1 减设计 %2</translation>
    </message>
    <message>
        <source>Downtime per year of %1 by design</source>
        <translation>各设计中 %1 的每年停机时间</translation>
    </message>
    <message>
        <source>Share of the trials with at most this downtime.</source>
        <translation>停机时间不超过此值的试验所占比例。</translation>
    </message>
    <message>
        <source>the objective allows %1</source>
        <translation>目标允许 %1</translation>
    </message>
    <message>
        <source>Length of the outages of %1 by design</source>
        <translation>各设计中 %1 的中断时长</translation>
    </message>
    <message>
        <source>Share of the outages of at most this length.</source>
        <translation>时长不超过此值的中断所占比例。</translation>
    </message>
    <message>
        <source>Recovery time of %1 by design</source>
        <translation>各设计中 %1 的恢复时间</translation>
    </message>
    <message>
        <source>Data lost by %1 at a failure, by design</source>
        <translation>各设计中 %1 在失效时丢失的数据</translation>
    </message>
    <message>
        <source>RPO %1</source>
        <translation>RPO %1</translation>
    </message>
    <message>
        <source>Windows are measured of services that have an `slo`.</source>
        <translation>只对有 `slo` 的服务测量窗口。</translation>
    </message>
    <message>
        <source>Error budget of %1 spent in a window</source>
        <translation>%1 在一个窗口内消耗的错误预算</translation>
    </message>
    <message>
        <source>Part of the budget that is spent</source>
        <translation>已消耗的预算比例</translation>
    </message>
    <message>
        <source>Share of the windows</source>
        <translation>窗口的比例</translation>
    </message>
    <message>
        <source>An objective of 100 % has no budget.</source>
        <translation>100 % 的目标没有预算。</translation>
    </message>
    <message>
        <source>No window spent any of its budget.</source>
        <translation>没有窗口消耗预算。</translation>
    </message>
    <message>
        <source>%1 of the windows spent nothing.</source>
        <translation>%1 的窗口没有消耗。</translation>
    </message>
    <message>
        <source>Windows that spent at most this</source>
        <translation>消耗不超过此值的窗口</translation>
    </message>
    <message>
        <source>Windows that spent about this</source>
        <translation>消耗约为此值的窗口</translation>
    </message>
    <message>
        <source>the whole budget</source>
        <translation>全部预算</translation>
    </message>
    <message>
        <source>How often %1 meets its objective, by window</source>
        <translation>%1 按窗口达到目标的频率</translation>
    </message>
    <message>
        <source>Length of the window</source>
        <translation>窗口长度</translation>
    </message>
    <message>
        <source>Share of the windows that meet it</source>
        <translation>达标窗口的比例</translation>
    </message>
    <message>
        <source>Objective %1.</source>
        <translation>目标 %1。</translation>
    </message>
    <message>
        <source>Down, nobody at work on it</source>
        <translation>停机，无人处理</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Works with less</source>
        <translation>降级工作</translation>
    </message>
    <message>
        <source>Out on purpose</source>
        <translation>计划内停用</translation>
    </message>
    <message>
        <source>The longest outage of %1</source>
        <translation>%1 最长的一次中断</translation>
    </message>
    <message>
        <source>Trial %1, after %2: down for %3%4.</source>
        <translation>第 %1 次试验，%2 之后：停机 %3%4。</translation>
    </message>
    <message>
        <source>, and not over at the end</source>
        <translation>，到结束时仍未恢复</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Since the outage began</source>
        <translation>自中断开始</translation>
    </message>
    <message>
        <source>Nothing was down by itself.</source>
        <translation>没有任何对象自身停机。</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1与%2</translation>
    </message>
    <message>
        <source>Fewer than two designs have both figures.</source>
        <translation>同时有这两个数值的设计不足两个。</translation>
    </message>
    <message>
        <source>Another design is as good in both, and better in one.</source>
        <translation>另一个设计在两方面都不逊色，且有一方面更好。</translation>
    </message>
    <message>
        <source>No other design is as good in both.</source>
        <translation>没有其他设计在两方面都不逊色。</translation>
    </message>
    <message>
        <source>%1 (beaten in both)</source>
        <translation>%1（两方面都不如别的设计）</translation>
    </message>
    <message>
        <source>replaying its log</source>
        <translation>正在重放日志</translation>
    </message>
    <message>
        <source>%1 percentage points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>%1 less</source>
        <translation>少 %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>多 %1</translation>
    </message>
    <message>
        <source>%1 less to %2 more</source>
        <translation>少 %1 至多 %2</translation>
    </message>
    <message>
        <source>%1 to %2 less</source>
        <translation>少 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 to %2 more</source>
        <translation>多 %1 至 %2</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>相当</translation>
    </message>
    <message>
        <source>not separated</source>
        <translation>未能区分</translation>
    </message>
    <message>
        <source>not separated: about %1 more trials</source>
        <translation>未能区分：大约还需 %1 次试验</translation>
    </message>
    <message>
        <source>%1 against %2: %3: %4</source>
        <translation>%1 对比 %2：%3：%4</translation>
    </message>
    <message>
        <source>%1 against %2: %3 (%5): %4</source>
        <translation>%1 对比 %2：%3（%5）：%4</translation>
    </message>
    <message>
        <source>%1 designs, each over the same %2 trials of %3 with the same luck, seed %4, interrupted</source>
        <translation>%1 个设计，各自经历相同的 %2 次试验，每次 %3，运气相同，种子 %4，已中断</translation>
    </message>
    <message>
        <source>%1 designs, each over the same %2 trials of %3 with the same luck, seed %4</source>
        <translation>%1 个设计，各自经历相同的 %2 次试验，每次 %3，运气相同，种子 %4</translation>
    </message>
    <message>
        <source>The same luck helps little here: what brings the one down has little to do with what brings the other down.</source>
        <translation>相同的运气在这里帮助不大：使一个设计停机的原因与使另一个停机的原因关系很小。</translation>
    </message>
    <message>
        <source>They did alike in every trial.</source>
        <translation>它们在每次试验中表现相同。</translation>
    </message>
    <message>
        <source>The same luck removed %1 of the variance of the difference: as good as %2 times as many trials with luck of their own.</source>
        <translation>相同的运气消除了差异方差的 %1：相当于各用各的运气时 %2 倍的试验次数。</translation>
    </message>
    <message>
        <source>The difference is to design 1, trial by trial on the same random numbers for all that the designs share. Intervals hold with %1 confidence. "Better in" is the share of the trials in which the design did better than design 1.</source>
        <translation>差异是相对设计 1 的，逐次试验计算，各设计共有的部分使用相同的随机数。区间的置信度为 %1。“更好的比例”是该设计优于设计 1 的试验所占的比例。</translation>
    </message>
    <message>
        <source>Differences are to design 1, trial by trial on the same random numbers for all that the designs share. Of each metric, the intervals of all %1 pairs hold together with %2 confidence (%3 each, after Bonferroni). "Better in" is the share of the trials in which the design did better than design 1.</source>
        <translation>差异是相对设计 1 的，逐次试验计算，各设计共有的部分使用相同的随机数。对每个指标，全部 %1 对的区间以 %2 的置信度同时成立（按 Bonferroni，每个为 %3）。“更好的比例”是该设计优于设计 1 的试验所占的比例。</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 trials</source>
        <translation>%1 次试验</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>met per %1</source>
        <translation>每 %1 达标</translation>
    </message>
    <message>
        <source>met in every window of a trial</source>
        <translation>一次试验的每个窗口都达标</translation>
    </message>
    <message>
        <source>downtime of the worst window, median</source>
        <translation>最差窗口的停机时间，中位数</translation>
    </message>
    <message>
        <source>downtime of the worst window, 95 %</source>
        <translation>最差窗口的停机时间，95 %</translation>
    </message>
    <message>
        <source>unanswered in the worst window, median</source>
        <translation>最差窗口中未应答，中位数</translation>
    </message>
    <message>
        <source>unanswered in the worst window, 95 %</source>
        <translation>最差窗口中未应答，95 %</translation>
    </message>
    <message>
        <source>error budget spent, mean</source>
        <translation>已消耗的错误预算，平均</translation>
    </message>
    <message>
        <source>error budget spent, median</source>
        <translation>已消耗的错误预算，中位数</translation>
    </message>
    <message>
        <source>error budget spent, 95 %</source>
        <translation>已消耗的错误预算，95 %</translation>
    </message>
    <message>
        <source>where it is gone: gone after, median</source>
        <translation>耗尽时：耗尽前的时间，中位数</translation>
    </message>
    <message>
        <source>SLA credit, share of the fee</source>
        <translation>SLA 赔付占费用的比例</translation>
    </message>
    <message>
        <source>windows with a credit</source>
        <translation>产生赔付的窗口</translation>
    </message>
    <message>
        <source>its restore reads at %1 from %2, by as many restores as %3</source>
        <translation>它的恢复以 %1 从 %2 读取，同时进行的恢复数为 %3</translation>
    </message>
    <message>
        <source>serves with %1 of its capacity while its data are still being copied</source>
        <translation>数据仍在复制时，以其容量的 %1 提供服务</translation>
    </message>
    <message>
        <source>all its data are there</source>
        <translation>它的数据已全部就位</translation>
    </message>
    <message>
        <source>Of all prices of the scenario: a word beside figures, nothing is converted.</source>
        <translation>场景中所有价格的货币：只是数字旁的一个词，不做换算。</translation>
    </message>
    <message>
        <source>prices are numbers without a name</source>
        <translation>价格是没有名称的数字</translation>
    </message>
    <message>
        <source>What all restores together get that read at once from backups kept here: the network of an object store, a tape library, the port of a backup server. Those that ask for less leave the rest to the others. Of several domains around a copy the innermost that says it counts.</source>
        <translation>同时从保存在此处的备份读取的所有恢复合计能得到的速率：对象存储的网络、磁带库、备份服务器的端口。要求较少者把剩余部分留给其他恢复。副本外围有多个域时，以写明它的最内层的域为准。</translation>
    </message>
    <message>
        <source>no limit: each gets its `restore.rate`</source>
        <translation>无限制：各得其 `restore.rate`</translation>
    </message>
    <message>
        <source>Of the place as a whole, such as a room or a line: not of its parts, nor of what stands there.</source>
        <translation>整个场所的价格，例如机房或线路：不含其组成部分，也不含其中的设备。</translation>
    </message>
    <message>
        <source>price per time</source>
        <translation>按时间计的价格</translation>
    </message>
    <message>
        <source>Of each member of a group, for the time that it is wanted in service, working or not. Idle members: `standby.price`; of a group that scales they cost nothing.</source>
        <translation>组中每个成员的价格，按需要其在役的时间计，无论是否正常。闲置成员见 `standby.price`；会伸缩的组中闲置成员不计费。</translation>
    </message>
    <message>
        <source>What an idle member costs, as a share of the node's `price`.</source>
        <translation>闲置成员的费用，以节点 `price` 的比例表示。</translation>
    </message>
    <message>
        <source>Of the requests that users send, answered or not.</source>
        <translation>用户发出的请求的价格，无论是否得到应答。</translation>
    </message>
    <message>
        <source>price per requests</source>
        <translation>按请求计的价格</translation>
    </message>
    <message>
        <source>Windows one after the other from the beginning (`calendar`), or at every instant the time that has just passed (`rolling`), as most SLO tools count.</source>
        <translation>从开始起依次相接的窗口（`calendar`），或在每个时刻取刚过去的一段时间（`rolling`），如多数 SLO 工具所计。</translation>
    </message>
    <message>
        <source>What uses up the error budget: `time` without the service, or `requests` that were not answered.</source>
        <translation>什么消耗错误预算：没有服务的时间（`time`），或未应答的请求（`requests`）。</translation>
    </message>
    <message>
        <source>What the provider pays back of a window's fee, each with the availability below which it is paid; the last that is undershot counts.</source>
        <translation>提供方退还一个窗口费用的多少，各自注明低于哪个可用性时支付；以最后一个被低于的为准。</translation>
    </message>
    <message>
        <source>credit or list</source>
        <translation>抵扣或列表</translation>
    </message>
    <message>
        <source>What it costs that users are without the service.</source>
        <translation>用户无法使用服务的代价。</translation>
    </message>
    <message>
        <source>For the time that users are without the service.</source>
        <translation>按用户无法使用服务的时间计。</translation>
    </message>
    <message>
        <source>When `price` holds. An outage is paid for by the times of the week that it covers.</source>
        <translation>`price` 适用的时段。中断按其覆盖的一周中的时段计费。</translation>
    </message>
    <message>
        <source>The price outside `hours`.</source>
        <translation>`hours` 之外的价格。</translation>
    </message>
    <message>
        <source>For each outage, however long it is.</source>
        <translation>每次中断的费用，无论长短。</translation>
    </message>
    <message>
        <source>amount of money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What lost writes cost, of every store that the service needs.</source>
        <translation>丢失写入的代价，涉及该服务所需的每个存储。</translation>
    </message>
    <message>
        <source>Of the writes that are lost, by the time in which they were made.</source>
        <translation>丢失的写入的价格，按产生它们的时间计。</translation>
    </message>
    <message>
        <source>When all data of a store are lost, in place of `price`.</source>
        <translation>存储的数据全部丢失时的费用，代替 `price`。</translation>
    </message>
    <message>
        <source>Of each copy of the data, whose `size` grows by `growth`.</source>
        <translation>每份数据副本的价格；其 `size` 按 `growth` 增长。</translation>
    </message>
    <message>
        <source>price per size and time</source>
        <translation>按容量和时间计的价格</translation>
    </message>
    <message>
        <source>Clients are served when the data are whole (`full`), from the first byte on while they are still being copied (`instant`), or from the first of several steps on (`staged`: see `capacity`, `copied` and `after`).</source>
        <translation>何时为客户端提供服务：数据完整时（`full`），从第一个字节起、仍在复制时（`instant`），或从若干步骤的第一步起（`staged`：见 `capacity`、`copied` 和 `after`）。</translation>
    </message>
    <message>
        <source>Share of the capacity while the data are still being copied; with `serve = "staged"` one for each step. It counts where the nodes of the store have a `capacity` and a service that needs the store has a `load`.</source>
        <translation>数据仍在复制时的容量比例；`serve = "staged"` 时每步一个。仅当存储的节点有 `capacity` 且需要该存储的服务有 `load` 时起作用。</translation>
    </message>
    <message>
        <source>share or list</source>
        <translation>比例或列表</translation>
    </message>
    <message>
        <source>With `serve = "staged"`: the share of the copies that has been read when each step begins.</source>
        <translation>`serve = "staged"` 时：每步开始时已读取的副本比例。</translation>
    </message>
    <message>
        <source>the steps begin by time: `after`</source>
        <translation>各步按时间开始：`after`</translation>
    </message>
    <message>
        <source>With `serve = "staged"`: how long after reading has begun each step begins; at the latest when all is copied.</source>
        <translation>`serve = "staged"` 时：每步在开始读取之后多久开始；最迟在全部复制完成时。</translation>
    </message>
    <message>
        <source>the steps begin by what is there: `copied`</source>
        <translation>各步按已就位的数据开始：`copied`</translation>
    </message>
    <message>
        <source>Of what is kept, at each place.</source>
        <translation>每个存放处所保存内容的价格。</translation>
    </message>
    <message>
        <source>Of a bought balancer. Machines that it runs on have prices of their own.</source>
        <translation>购买的负载均衡器的价格。它所运行的机器另有价格。</translation>
    </message>
    <message>
        <source>Of each member, whether there is work or not.</source>
        <translation>每个成员的价格，无论有无工作。</translation>
    </message>
    <message>
        <source>Of each member for the time at work on a repair, within `hours`, besides `price`.</source>
        <translation>每个成员在 `hours` 内从事修复的时间的价格，在 `price` 之外。</translation>
    </message>
    <message>
        <source>Of each time that a member begins with a repair or goes on with one that was interrupted.</source>
        <translation>成员每次开始修复或继续被中断的修复时的费用。</translation>
    </message>
    <message>
        <source>The same for windows of other lengths with the same target; the class names the length.</source>
        <translation>同一目标在其他长度窗口上的结果；类别给出窗口长度。</translation>
    </message>
    <message>
        <source>Chance that all windows meet the SLO</source>
        <translation>所有窗口都达到 SLO 的概率</translation>
    </message>
    <message>
        <source>Share of trials in which each of the objective's windows reached the target.</source>
        <translation>目标的每个窗口都达标的试验所占比例。</translation>
    </message>
    <message>
        <source>Worst window, mean</source>
        <translation>最差窗口，平均</translation>
    </message>
    <message>
        <source>Average downtime of a trial's worst window of the objective's length.</source>
        <translation>一次试验中目标长度的最差窗口的停机时间的平均值。</translation>
    </message>
    <message>
        <source>Worst window, median</source>
        <translation>最差窗口，中位数</translation>
    </message>
    <message>
        <source>The downtime of a trial's worst window of the objective's length that 50 % of them do not exceed.</source>
        <translation>一次试验中目标长度的最差窗口的停机时间，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst window, 90 %</source>
        <translation>最差窗口，90 %</translation>
    </message>
    <message>
        <source>The downtime of a trial's worst window of the objective's length that 90 % of them do not exceed.</source>
        <translation>一次试验中目标长度的最差窗口的停机时间，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst window, 95 %</source>
        <translation>最差窗口，95 %</translation>
    </message>
    <message>
        <source>The downtime of a trial's worst window of the objective's length that 95 % of them do not exceed.</source>
        <translation>一次试验中目标长度的最差窗口的停机时间，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst window, 99 %</source>
        <translation>最差窗口，99 %</translation>
    </message>
    <message>
        <source>The downtime of a trial's worst window of the objective's length that 99 % of them do not exceed.</source>
        <translation>一次试验中目标长度的最差窗口的停机时间，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst window, longest</source>
        <translation>最差窗口，最长</translation>
    </message>
    <message>
        <source>Largest downtime of a trial's worst window of the objective's length seen in the run.</source>
        <translation>本次运行中见到的最大值：一次试验中目标长度的最差窗口的停机时间。</translation>
    </message>
    <message>
        <source>Worst window, unanswered, mean</source>
        <translation>最差窗口，未应答，平均</translation>
    </message>
    <message>
        <source>Average share of the requests that were not answered in a trial's worst window.</source>
        <translation>一次试验的最差窗口中未应答请求的比例的平均值。</translation>
    </message>
    <message>
        <source>Worst window, unanswered, median</source>
        <translation>最差窗口，未应答，中位数</translation>
    </message>
    <message>
        <source>The share of the requests that were not answered in a trial's worst window that 50 % of them do not exceed.</source>
        <translation>一次试验的最差窗口中未应答请求的比例，其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst window, unanswered, 90 %</source>
        <translation>最差窗口，未应答，90 %</translation>
    </message>
    <message>
        <source>The share of the requests that were not answered in a trial's worst window that 90 % of them do not exceed.</source>
        <translation>一次试验的最差窗口中未应答请求的比例，其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst window, unanswered, 95 %</source>
        <translation>最差窗口，未应答，95 %</translation>
    </message>
    <message>
        <source>The share of the requests that were not answered in a trial's worst window that 95 % of them do not exceed.</source>
        <translation>一次试验的最差窗口中未应答请求的比例，其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst window, unanswered, 99 %</source>
        <translation>最差窗口，未应答，99 %</translation>
    </message>
    <message>
        <source>The share of the requests that were not answered in a trial's worst window that 99 % of them do not exceed.</source>
        <translation>一次试验的最差窗口中未应答请求的比例，其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Worst window, unanswered, largest</source>
        <translation>最差窗口，未应答，最大</translation>
    </message>
    <message>
        <source>Largest share of the requests that were not answered in a trial's worst window seen in the run.</source>
        <translation>本次运行中见到的最大值：一次试验的最差窗口中未应答请求的比例。</translation>
    </message>
    <message>
        <source>Error budget spent, mean</source>
        <translation>已消耗的错误预算，平均</translation>
    </message>
    <message>
        <source>Average part of a window's error budget that was spent; more than 1 misses the objective.</source>
        <translation>窗口错误预算中已消耗的部分（超过 1 即未达标）的平均值。</translation>
    </message>
    <message>
        <source>Error budget spent, median</source>
        <translation>已消耗的错误预算，中位数</translation>
    </message>
    <message>
        <source>The part of a window's error budget that was spent; more than 1 misses the objective that 50 % of them do not exceed.</source>
        <translation>窗口错误预算中已消耗的部分（超过 1 即未达标），其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Error budget spent, 90 %</source>
        <translation>已消耗的错误预算，90 %</translation>
    </message>
    <message>
        <source>The part of a window's error budget that was spent; more than 1 misses the objective that 90 % of them do not exceed.</source>
        <translation>窗口错误预算中已消耗的部分（超过 1 即未达标），其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Error budget spent, 95 %</source>
        <translation>已消耗的错误预算，95 %</translation>
    </message>
    <message>
        <source>The part of a window's error budget that was spent; more than 1 misses the objective that 95 % of them do not exceed.</source>
        <translation>窗口错误预算中已消耗的部分（超过 1 即未达标），其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Error budget spent, 99 %</source>
        <translation>已消耗的错误预算，99 %</translation>
    </message>
    <message>
        <source>The part of a window's error budget that was spent; more than 1 misses the objective that 99 % of them do not exceed.</source>
        <translation>窗口错误预算中已消耗的部分（超过 1 即未达标），其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Error budget spent, largest</source>
        <translation>已消耗的错误预算，最大</translation>
    </message>
    <message>
        <source>Largest part of a window's error budget that was spent; more than 1 misses the objective seen in the run.</source>
        <translation>本次运行中见到的最大值：窗口错误预算中已消耗的部分（超过 1 即未达标）。</translation>
    </message>
    <message>
        <source>Chance of exhausting the error budget</source>
        <translation>错误预算耗尽的概率</translation>
    </message>
    <message>
        <source>Share of the objective's windows that spent more than their error budget: 1 - p_slo_met.</source>
        <translation>消耗超过错误预算的目标窗口所占比例：1 - p_slo_met。</translation>
    </message>
    <message>
        <source>Time until the budget is gone, mean</source>
        <translation>预算耗尽所需时间，平均</translation>
    </message>
    <message>
        <source>Average time from the begin of a window until its error budget was gone, where it was.</source>
        <translation>从窗口开始到错误预算耗尽的时间（在耗尽的窗口中）的平均值。</translation>
    </message>
    <message>
        <source>Time until the budget is gone, median</source>
        <translation>预算耗尽所需时间，中位数</translation>
    </message>
    <message>
        <source>The time from the begin of a window until its error budget was gone, where it was that 50 % of them do not exceed.</source>
        <translation>从窗口开始到错误预算耗尽的时间（在耗尽的窗口中），其中 50 % 不超过此值。</translation>
    </message>
    <message>
        <source>Time until the budget is gone, 90 %</source>
        <translation>预算耗尽所需时间，90 %</translation>
    </message>
    <message>
        <source>The time from the begin of a window until its error budget was gone, where it was that 90 % of them do not exceed.</source>
        <translation>从窗口开始到错误预算耗尽的时间（在耗尽的窗口中），其中 90 % 不超过此值。</translation>
    </message>
    <message>
        <source>Time until the budget is gone, 95 %</source>
        <translation>预算耗尽所需时间，95 %</translation>
    </message>
    <message>
        <source>The time from the begin of a window until its error budget was gone, where it was that 95 % of them do not exceed.</source>
        <translation>从窗口开始到错误预算耗尽的时间（在耗尽的窗口中），其中 95 % 不超过此值。</translation>
    </message>
    <message>
        <source>Time until the budget is gone, 99 %</source>
        <translation>预算耗尽所需时间，99 %</translation>
    </message>
    <message>
        <source>The time from the begin of a window until its error budget was gone, where it was that 99 % of them do not exceed.</source>
        <translation>从窗口开始到错误预算耗尽的时间（在耗尽的窗口中），其中 99 % 不超过此值。</translation>
    </message>
    <message>
        <source>Time until the budget is gone, longest</source>
        <translation>预算耗尽所需时间，最长</translation>
    </message>
    <message>
        <source>Largest time from the begin of a window until its error budget was gone, where it was seen in the run.</source>
        <translation>本次运行中见到的最大值：从窗口开始到错误预算耗尽的时间（在耗尽的窗口中）。</translation>
    </message>
    <message>
        <source>SLA credit</source>
        <translation>SLA 赔付</translation>
    </message>
    <message>
        <source>Expected share of a window's fee that is paid back.</source>
        <translation>一个窗口的费用中预期被退还的比例。</translation>
    </message>
    <message>
        <source>Chance of an SLA credit</source>
        <translation>产生 SLA 赔付的概率</translation>
    </message>
    <message>
        <source>Share of the objective's windows for which a credit is paid.</source>
        <translation>产生赔付的目标窗口所占比例。</translation>
    </message>
    <message>
        <source>Infrastructure per year</source>
        <translation>每年基础设施费用</translation>
    </message>
    <message>
        <source>Expected cost in a year of nodes, places, balancers, requests, data and backups.</source>
        <translation>节点、场所、负载均衡器、请求、数据和备份一年的期望费用。</translation>
    </message>
    <message>
        <source>People per year</source>
        <translation>每年人员费用</translation>
    </message>
    <message>
        <source>Expected cost in a year of crews and of their work.</source>
        <translation>班组及其工作一年的期望费用。</translation>
    </message>
    <message>
        <source>Downtime cost per year</source>
        <translation>每年停机代价</translation>
    </message>
    <message>
        <source>Expected cost in a year of the time that users are without a service.</source>
        <translation>用户无法使用服务的时间一年的期望代价。</translation>
    </message>
    <message>
        <source>Cost of lost data per year</source>
        <translation>每年数据丢失代价</translation>
    </message>
    <message>
        <source>Expected cost in a year of lost writes.</source>
        <translation>丢失写入一年的期望代价。</translation>
    </message>
    <message>
        <source>What an outage may cost</source>
        <translation>一次中断的代价</translation>
    </message>
    <message>
        <source>What an outage may cost: one server, two, or two in another room?</source>
        <translation>一次中断的代价：一台服务器、两台，还是两台分处两室？</translation>
    </message>
    <message>
        <source>Error budgets</source>
        <translation>错误预算</translation>
    </message>
    <message>
        <source>Error budgets: how often an objective is met, not only on average.</source>
        <translation>错误预算：目标多常达成，而不只是平均值。</translation>
    </message>
    <message>
        <source>Which design?</source>
        <translation>选哪个设计？</translation>
    </message>
    <message>
        <source>Which design? Values to try, a grid of them, and the cheapest that is good enough.</source>
        <translation>选哪个设计？要尝试的取值、由它们组成的网格，以及足够好的最便宜的设计。</translation>
    </message>
    <message>
        <source>Two web servers, active and passive, with prices</source>
        <translation>两台 Web 服务器，主备，带价格</translation>
    </message>
    <message>
        <source>What a pair of web servers costs a year, with what its outages cost.</source>
        <translation>一对 Web 服务器一年的费用，包括中断的代价。</translation>
    </message>
    <message>
        <source>Nine web servers in three zones behind HAProxy, with prices</source>
        <translation>HAProxy 后三个可用区的九台 Web 服务器，带价格</translation>
    </message>
    <message>
        <source>What nine web servers in three zones behind HAProxy cost a year, with what their outages cost.</source>
        <translation>HAProxy 后三个可用区的九台 Web 服务器一年的费用，包括中断的代价。</translation>
    </message>
    <message>
        <source>One web server, with prices</source>
        <translation>一台 Web 服务器，带价格</translation>
    </message>
    <message>
        <source>What one web server costs a year, with what its outages cost: the first of a family of the same pages with prices.</source>
        <translation>一台 Web 服务器一年的费用，包括中断的代价：同一组带价格的页面中的第一个。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: %2 (%3).</source>
        <translation>%1：%2（%3）。</translation>
    </message>
    <message>
        <source>Ended early: the trials that all have done.</source>
        <translation>提前结束：只含各设计都已完成的试验。</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>The same luck in all %1 points; each interval holds by itself.</source>
        <translation>全部 %1 个点的运气相同；每个区间单独成立。</translation>
    </message>
    <message>
        <source>No point has this figure.</source>
        <translation>没有任何点具有该数据。</translation>
    </message>
    <message>
        <source>Shown are the first %1 of %2 combinations of the others.</source>
        <translation>显示其余各项的 %2 种组合中的前 %1 种。</translation>
    </message>
    <message>
        <source>Fewer than two points have both figures.</source>
        <translation>同时具有两项数据的点少于两个。</translation>
    </message>
    <message>
        <source>Not beaten in both</source>
        <translation>未被两项都胜过</translation>
    </message>
    <message>
        <source>Beaten in both</source>
        <translation>两项都被胜过</translation>
    </message>
    <message>
        <source>%1 instead of %2.</source>
        <translation>%1，原为 %2。</translation>
    </message>
    <message>
        <source>%1 Elasticity %2 (%3 to %4).</source>
        <translation>%1 弹性 %2（%3 至 %4）。</translation>
    </message>
    <message>
        <source>One input at a time, %1 lower and higher: %2 trials of %3 each, the same luck in all. All intervals hold at once with %4.</source>
        <translation>每次只变一个输入，降低和升高 %1：各 %2 次试验，每次 %3，运气相同。所有区间以 %4 同时成立。</translation>
    </message>
    <message>
        <source>As it is: %1.</source>
        <translation>现状：%1。</translation>
    </message>
    <message>
        <source>As it is: %1 (%2).</source>
        <translation>现状：%1（%2）。</translation>
    </message>
    <message>
        <source>Further inputs, which matter less: %1.</source>
        <translation>其余影响较小的输入：%1。</translation>
    </message>
    <message>
        <source>Inputs left out, as one of their values is not valid: %1.</source>
        <translation>因其某个值无效而略去的输入：%1。</translation>
    </message>
    <message>
        <source>%1: what each input changes</source>
        <translation>%1：各输入带来的变化</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>%1 的变化</translation>
    </message>
    <message>
        <source>No input could be changed, or no trial was done.</source>
        <translation>没有可改变的输入，或没有完成任何试验。</translation>
    </message>
    <message>
        <source>Input lower</source>
        <translation>输入降低</translation>
    </message>
    <message>
        <source>Input higher</source>
        <translation>输入升高</translation>
    </message>
    <message>
        <source>people are on their way</source>
        <translation>人员在路上</translation>
    </message>
    <message>
        <source>people are there after %1</source>
        <translation>人员经过 %1 到达</translation>
    </message>
    <message>
        <source>What a bad version does to a member that has it: `stop`, `hang`, `slow 30%`; or `corrupt`: members go on, and what it writes makes the data of stores bad, in every copy. Undoing it does not bring them back: a restore does.</source>
        <translation>坏版本对运行它的成员做什么：`stop`、`hang`、`slow 30%`；或 `corrupt`：成员继续工作，而它写入的内容使存储的数据在每个副本中都损坏。回退版本不能使数据复原：要靠恢复。</translation>
    </message>
    <message>
        <source>With `effect = "corrupt"`: the stores whose data a bad version makes bad, from the first batch on. They are taken out of service when it is noticed.</source>
        <translation>配合 `effect = "corrupt"`：其数据从第一批起被坏版本损坏的存储。被发现时它们停止服务。</translation>
    </message>
    <message>
        <source>the store that services need which need this group, if there is one</source>
        <translation>需要该组的服务所需要的存储（若只有一个）</translation>
    </message>
    <message>
        <source>The crew that restores: its `ack`, `decide` and `travel` come first.</source>
        <translation>执行恢复的班组：先经过它的 `ack`、`decide` 和 `travel`。</translation>
    </message>
    <message>
        <source>Travel before each repair; before a restore that names the crew (`restore.by`); and, once, before the first step of a plan that is done on site: `restore` or `do`. Promotions and switches are done from anywhere.</source>
        <translation>每次维修之前的路程；指定该班组（`restore.by`）的恢复之前；以及预案中第一个现场步骤（`restore` 或 `do`）之前，只走一次。提升和切换可在任何地方进行。</translation>
    </message>
    <message>
        <source>The crew that is called: it answers (`ack`) and decides (`decide`) before the first step, and travels (`travel`) before the first that is done on site: `restore` or `do`.</source>
        <translation>被呼叫的班组：在第一步之前应答（`ack`）并决定（`decide`），在第一个现场步骤（`restore` 或 `do`）之前赶路（`travel`）。</translation>
    </message>
    <message>
        <source>Share of the time of recoveries in which somebody has to answer, to decide, to come or to work by hand.</source>
        <translation>恢复时间中需要有人应答、决定、赶来或手工操作的比例。</translation>
    </message>
    <message>
        <source>Share of that time in which people answered, decided and were on their way.</source>
        <translation>该时间中人员应答、决定和在路上的比例。</translation>
    </message>
    <message>
        <source>travelling</source>
        <translation>赶路</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Few outages were seen, so that this interval may be too narrow: take more trials.</source>
        <translation>观察到的停机很少，此区间可能过窄：请增加试验次数。</translation>
    </message>
    <message>
        <source>"%1"</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 is down least of the %5, %2 a year less than the next, %3 %4</source>
        <translation>%5 个设计中 %1 停机最少，每年比其次的 %3 少 %2%4</translation>
    </message>
    <message>
        <source>%1 is down %2 a year less than %3 %4</source>
        <translation>%1 每年的停机比 %3 少 %2%4</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1；%2。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>simulated years</source>
        <translation>模拟年份</translation>
    </message>
    <message>
        <source>simulated spans of %1</source>
        <translation>长 %1 的模拟时段</translation>
    </message>
    <message>
        <source>it did better in %1 of the %2, worse in %3</source>
        <translation>在 %1 的%2中更好，在 %3 中更差</translation>
    </message>
    <message>
        <source>it did better in %1 of the %2, worse in none</source>
        <translation>在 %1 的%2中更好，没有一次更差</translation>
    </message>
    <message>
        <source>%1 and %2 are alike, and down least: their downtime differs by at most %3 a year (%4 sure), and differences up to %5 do not matter to you.</source>
        <translation>%1 与 %2 相当，且停机最少：两者每年的停机至多相差 %3（%4 置信），而不超过 %5 的差异对您无关紧要。</translation>
    </message>
    <message>
        <source>%1 and %2 are alike: their downtime differs by at most %3 a year (%4 sure), and differences up to %5 do not matter to you.</source>
        <translation>%1 与 %2 相当：两者每年的停机至多相差 %3（%4 置信），而不超过 %5 的差异对您无关紧要。</translation>
    </message>
    <message>
        <source>%1 and %2 are down least, and</source>
        <translation>%1 与 %2 停机最少，</translation>
    </message>
    <message>
        <source>%1 and %2:</source>
        <translation>%1 与 %2：</translation>
    </message>
    <message>
        <source>%1 neither was down in any trial.</source>
        <translation>%1两者在任何一次试验中都没有停机。</translation>
    </message>
    <message>
        <source>%1 both were down alike in every trial.</source>
        <translation>%1两者在每次试验中的停机都相同。</translation>
    </message>
    <message>
        <source>%1 the run does not separate them. The first is down %2 a year less by estimate, and it may be anything from %3 less to %4 more (%5 sure).</source>
        <translation>%1本次运行无法分出高下。按估计，前者每年的停机少 %2，但也可能在少 %3 到多 %4 之间（%5 置信）。</translation>
    </message>
    <message>
        <source>About %1 more trials of each would separate them, if the estimate is right.</source>
        <translation>若估计正确，各再做约 %1 次试验即可分出高下。</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1，其次 %2</translation>
    </message>
    <message>
        <source>%1, not set apart from it %2</source>
        <translation>%1，与之不分高下的 %2</translation>
    </message>
    <message>
        <source>By downtime a year: %1.</source>
        <translation>按每年停机排序：%1。</translation>
    </message>
    <message>
        <source>Also, %1 %2, a difference of %3 %4.</source>
        <translation>此外，%1 %2，相差 %3%4。</translation>
    </message>
    <message>
        <source>But %1 %2, a difference of %3 %4.</source>
        <translation>但 %1 %2，相差 %3%4。</translation>
    </message>
    <message>
        <source>%1 was not down in any of %2 trials: it is down at most %3 a year (%4 sure).</source>
        <translation>%1 在 %2 次试验中一次也没有停机：每年至多停机 %3（%4 置信）。</translation>
    </message>
    <message>
        <source>%1 is up %2 of the time: it is down %3 a year (%4 sure: between %5 and %6).</source>
        <translation>%1 有 %2 的时间可用：每年停机 %3（%4 置信：介于 %5 与 %6 之间）。</translation>
    </message>
    <message>
        <source>It comes back within %1 in %2 of the recoveries (%3 sure: %4 to %5).</source>
        <translation>%2 的恢复在 %1 内完成（%3 置信：%4 至 %5）。</translation>
    </message>
    <message>
        <source>It loses at most %1 of writes in %2 of the failures (%3 sure: %4 to %5).</source>
        <translation>%2 的故障至多丢失 %1 内的写入（%3 置信：%4 至 %5）。</translation>
    </message>
    <message>
        <source>It keeps its objective of %1 on average.</source>
        <translation>平均而言达到了 %1 的目标。</translation>
    </message>
    <message>
        <source>It misses its objective of %1.</source>
        <translation>没有达到 %1 的目标。</translation>
    </message>
    <message>
        <source>Whether it keeps its objective of %1 is not decided: take more trials.</source>
        <translation>是否达到 %1 的目标尚未确定：请增加试验次数。</translation>
    </message>
    <message>
        <source>The run was interrupted: all this covers the %1 trials of each design until then.</source>
        <translation>运行被中断：以上仅涵盖此前每个设计的 %1 次试验。</translation>
    </message>
    <message>
        <source>has fewer outages: %1 against %2</source>
        <translation>停机次数更少：%1，对方为 %2</translation>
    </message>
    <message>
        <source>answers more of the requests: %1 against %2</source>
        <translation>答复的请求更多：%1，对方为 %2</translation>
    </message>
    <message>
        <source>has less planned downtime: %1 a year against %2</source>
        <translation>计划内停机更少：每年 %1，对方为 %2</translation>
    </message>
    <message>
        <source>comes back faster: after %1 on average against %2</source>
        <translation>恢复更快：平均 %1，对方为 %2</translation>
    </message>
    <message>
        <source>keeps the recovery time objective more often: %1 against %2</source>
        <translation>更常达到恢复时间目标：%1，对方为 %2</translation>
    </message>
    <message>
        <source>keeps the recovery point objective more often: %1 against %2</source>
        <translation>更常达到恢复点目标：%1，对方为 %2</translation>
    </message>
    <message>
        <source>loses less at a failure: writes of %1 on average against %2</source>
        <translation>故障时丢失更少：平均丢失 %1 内的写入，对方为 %2</translation>
    </message>
    <message>
        <source>loses all data in fewer trials: %1 against %2</source>
        <translation>全部数据丢失的试验更少：%1，对方为 %2</translation>
    </message>
    <message>
        <source>%1 a year</source>
        <translation>每年 %1</translation>
    </message>
    <message>
        <source>(%1 sure: between %2 and %3)</source>
        <translation>（%1 置信：介于 %2 与 %3 之间）</translation>
    </message>
    <message>
        <source>Sweep of %1: %2 points, %3 trials each, the same luck in all of them</source>
        <translation>“%1”的扫描：%2 个点，各 %3 次试验，所有点运气相同</translation>
    </message>
    <message>
        <source>Intervals of estimates: %1 each. Intervals of differences hold together at %2 (%3 each).</source>
        <translation>估计值的区间：各自 %1。差异的区间同时成立的置信水平为 %2（各自 %3）。</translation>
    </message>
    <message>
        <source>~ marks intervals that rest on too few events.</source>
        <translation>~ 表示区间所依据的事件太少。</translation>
    </message>
    <message>
        <source>Interrupted: the figures cover the trials that all points have done.</source>
        <translation>已中断：数字只涵盖所有点都已完成的试验。</translation>
    </message>
    <message>
        <source>What customers pay for the service. Credits are shares of it, and with it they cost money.</source>
        <translation>客户为该服务支付的费用。赔付是其中的一部分；给出费用后，赔付即计入成本。</translation>
    </message>
    <message>
        <source>credits are shares only</source>
        <translation>赔付只是比例</translation>
    </message>
    <message>
        <source>Expected time in a year that the subject is down for planned work, preventive replacement, hand-overs and the replacing of members by deploys.</source>
        <translation>一年中因计划内工作、预防性更换、交接以及部署更换成员而停机的期望时间。</translation>
    </message>
    <message>
        <source>SLA credits per year</source>
        <translation>每年 SLA 赔付</translation>
    </message>
    <message>
        <source>Expected part of the fees of a year that is paid back as credits.</source>
        <translation>一年费用中作为赔付退还部分的期望。</translation>
    </message>
</context>
<context>
    <name>nines::gui::AboutDialog</name>
    <message>
        <source>About Nines</source>
        <translation>关于 Nines</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>&amp;Copy Versions</source>
        <translation>复制版本信息(&amp;C)</translation>
    </message>
    <message>
        <source>How available is a design, how fast does it come back, and how much does it lose?</source>
        <translation>一个设计的可用性有多高，恢复有多快，会丢失多少数据？</translation>
    </message>
    <message>
        <source>Free software under the &lt;a href="https://www.gnu.org/licenses/gpl-3.0.html"&gt;GNU General Public License, version 3 or later&lt;/a&gt;. It comes with no warranty.</source>
        <translation>本程序是自由软件，遵循 &lt;a href="https://www.gnu.org/licenses/gpl-3.0.html"&gt;GNU 通用公共许可证第 3 版或更新版本&lt;/a&gt;，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>nines::gui::Autosave</name>
    <message>
        <source>cannot write to %1</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>No copy of unsaved work is kept: %1</source>
        <translation>没有为未保存的工作建立副本：%1</translation>
    </message>
</context>
<context>
    <name>nines::gui::BoolField</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>nines::gui::CanvasActions</name>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>Connect what is selected to another thing.</source>
        <translation>把所选对象连接到另一个对象。</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Change the name; everything that names it follows.</source>
        <translation>更改名称；所有提到它的地方随之更改。</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Copy what is selected, and remove it.</source>
        <translation>复制所选对象，然后移除。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the text of what is selected.</source>
        <translation>复制所选对象的文本。</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Add the things whose text is in the clipboard.</source>
        <translation>添加剪贴板文本中的对象。</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>再制(&amp;D)</translation>
    </message>
    <message>
        <source>Add copies of what is selected.</source>
        <translation>添加所选对象的副本。</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove what is selected, and every reference to it.</source>
        <translation>移除所选对象以及对它们的所有引用。</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select everything that is drawn.</source>
        <translation>选择图中的所有对象。</translation>
    </message>
    <message>
        <source>&amp;Group into an Area</source>
        <translation>组合为区域(&amp;G)</translation>
    </message>
    <message>
        <source>Put what is selected into a new area.</source>
        <translation>把所选对象放入一个新的区域。</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Align &amp;Left</source>
        <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
        <source>Align &amp;Centres</source>
        <translation>水平居中对齐(&amp;C)</translation>
    </message>
    <message>
        <source>Align &amp;Right</source>
        <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
        <source>Align &amp;Top</source>
        <translation>顶端对齐(&amp;T)</translation>
    </message>
    <message>
        <source>Align &amp;Middles</source>
        <translation>垂直居中对齐(&amp;M)</translation>
    </message>
    <message>
        <source>Align &amp;Bottom</source>
        <translation>底端对齐(&amp;B)</translation>
    </message>
    <message>
        <source>Line up what is selected.</source>
        <translation>使所选对象对齐。</translation>
    </message>
    <message>
        <source>Distribute &amp;Across</source>
        <translation>横向均匀分布(&amp;A)</translation>
    </message>
    <message>
        <source>Make the gaps beside each other equal.</source>
        <translation>使左右间距相等。</translation>
    </message>
    <message>
        <source>Distribute &amp;Down</source>
        <translation>纵向均匀分布(&amp;D)</translation>
    </message>
    <message>
        <source>Make the gaps below each other equal.</source>
        <translation>使上下间距相等。</translation>
    </message>
    <message>
        <source>Move Left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move Right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move what is selected by one step of the grid.</source>
        <translation>把所选对象移动一格。</translation>
    </message>
    <message>
        <source>C&amp;ollapse</source>
        <translation>折叠(&amp;O)</translation>
    </message>
    <message>
        <source>Draw the selected areas as boxes.</source>
        <translation>把所选区域画成方框。</translation>
    </message>
    <message>
        <source>Ctrl+Shift+-</source>
        <translation>Ctrl+Shift+-</translation>
    </message>
    <message>
        <source>&amp;Expand</source>
        <translation>展开(&amp;E)</translation>
    </message>
    <message>
        <source>Show what is in the selected areas.</source>
        <translation>显示所选区域中的内容。</translation>
    </message>
    <message>
        <source>Ctrl+Shift++</source>
        <translation>Ctrl+Shift++</translation>
    </message>
    <message>
        <source>Lay Out A&amp;gain</source>
        <translation>重新布局(&amp;G)</translation>
    </message>
    <message>
        <source>Forget where things were moved to, and place all anew.</source>
        <translation>忘记各对象被移动到的位置，全部重新布置。</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>&amp;Find in the Drawing…</source>
        <translation>在拓扑图中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find things by name, kind or detail.</source>
        <translation>按名称、种类或细节查找对象。</translation>
    </message>
    <message>
        <source>Go to the &amp;Palette</source>
        <translation>转到对象面板(&amp;P)</translation>
    </message>
    <message>
        <source>Choose what to add; Enter adds it.</source>
        <translation>选择要添加的对象；按 Enter 键添加。</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show the drawing larger.</source>
        <translation>把拓扑图显示得更大。</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show more of the drawing.</source>
        <translation>显示拓扑图的更大范围。</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>Show the drawing in its own size.</source>
        <translation>按原始大小显示拓扑图。</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>&amp;Whole Drawing</source>
        <translation>整个拓扑图(&amp;W)</translation>
    </message>
    <message>
        <source>Show everything.</source>
        <translation>显示全部内容。</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>缩略图(&amp;M)</translation>
    </message>
    <message>
        <source>Show a small map when the drawing is larger than the view.</source>
        <translation>当拓扑图大于视图时显示小地图。</translation>
    </message>
    <message>
        <source>Links to the &amp;Side</source>
        <translation>旁支连接(&amp;S)</translation>
    </message>
    <message>
        <source>Always show who is repaired by whom, made of what and hit by what.</source>
        <translation>始终显示谁由谁修复、由什么组成、受什么冲击。</translation>
    </message>
    <message>
        <source>&amp;Export the Drawing…</source>
        <translation>导出拓扑图(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the drawing as a PNG, SVG or PDF file.</source>
        <translation>把拓扑图写成 PNG、SVG 或 PDF 文件。</translation>
    </message>
    <message>
        <source>Print the Drawing…</source>
        <translation>打印拓扑图…</translation>
    </message>
    <message>
        <source>Print the drawing on one page.</source>
        <translation>在一页上打印拓扑图。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Alig&amp;n</source>
        <translation>对齐(&amp;N)</translation>
    </message>
</context>
<context>
    <name>nines::gui::CanvasEdits</name>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Parts that a split has made cannot be removed one by one.</source>
        <translation>由划分生成的部分不能逐个移除。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n thing(s)</source>
        <translation>
            <numerusform>移除 %n 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n thing(s)</source>
        <translation>
            <numerusform>复制 %n 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n thing(s)</source>
        <translation>
            <numerusform>粘贴 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>把 %1 连接到 %2</translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %n link(s)</source>
        <translation>
            <numerusform>断开 %n 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that is selected can be put into an area.</source>
        <translation>所选对象都不能放入区域。</translation>
    </message>
    <message numerus="yes">
        <source>Group %n thing(s)</source>
        <translation>
            <numerusform>组合 %n 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n thing(s)</source>
        <translation>
            <numerusform>移动 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Lay out again</source>
        <translation>重新布局</translation>
    </message>
</context>
<context>
    <name>nines::gui::CanvasView</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>made by another thing, and edited there</source>
        <translation>由另一对象生成，在那里编辑</translation>
    </message>
</context>
<context>
    <name>nines::gui::ChartList</name>
    <message>
        <source>With prices there is a chart of cost against downtime here: give nodes a price, for example price = "70 per mo", and services a downtime_cost.</source>
        <translation>有价格时，这里会有成本对停机时间的图：给节点定价，例如 price = "70 per mo"，并给服务定 downtime_cost。</translation>
    </message>
</context>
<context>
    <name>nines::gui::ChartView</name>
    <message>
        <source>The ending of a chart's file must be png, svg, pdf or csv.</source>
        <translation>图表文件的扩展名必须是 png、svg、pdf 或 csv。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the chart as a picture.</source>
        <translation>把图表复制为图片。</translation>
    </message>
    <message>
        <source>Copy &amp;Data</source>
        <translation>复制数据(&amp;D)</translation>
    </message>
    <message>
        <source>Copies the chart's numbers as a table.</source>
        <translation>把图表的数值复制为表格。</translation>
    </message>
    <message>
        <source>Export &amp;PNG, %1x...</source>
        <translation>导出 &amp;PNG，%1 倍...</translation>
    </message>
    <message>
        <source>Saves the chart as pixels.</source>
        <translation>把图表保存为像素图。</translation>
    </message>
    <message>
        <source>Export &amp;SVG...</source>
        <translation>导出 &amp;SVG...</translation>
    </message>
    <message>
        <source>Saves the chart as a drawing of any size.</source>
        <translation>把图表保存为可任意缩放的图形。</translation>
    </message>
    <message>
        <source>Export PD&amp;F...</source>
        <translation>导出 PD&amp;F...</translation>
    </message>
    <message>
        <source>Saves the chart as a page.</source>
        <translation>把图表保存为一页。</translation>
    </message>
    <message>
        <source>Export CS&amp;V...</source>
        <translation>导出 CS&amp;V...</translation>
    </message>
    <message>
        <source>Saves the chart's numbers as a table.</source>
        <translation>把图表的数值保存为表格。</translation>
    </message>
    <message>
        <source>&amp;Logarithmic Axis</source>
        <translation>对数坐标轴(&amp;L)</translation>
    </message>
    <message>
        <source>Shows the axis in even steps, or in factors of ten.</source>
        <translation>坐标轴按等距或按十倍显示。</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>Export Chart</source>
        <translation>导出图表</translation>
    </message>
</context>
<context>
    <name>nines::gui::CheckedField</name>
    <message>
        <source>A whole number above 0, for example 10000 or 1e5.</source>
        <translation>大于 0 的整数，例如 10000 或 1e5。</translation>
    </message>
</context>
<context>
    <name>nines::gui::ComparePage</name>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>Ends the comparison; what all designs have done is kept.</source>
        <translation>结束比较；保留所有设计已完成的部分。</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比较的进度</translation>
    </message>
    <message>
        <source>E&amp;xport Comparison</source>
        <translation>导出比较结果(&amp;X)</translation>
    </message>
    <message>
        <source>A design has changed since: compare again.</source>
        <translation>此后有设计被修改：请重新比较。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>What Differs</source>
        <translation>差异之处</translation>
    </message>
    <message>
        <source>Export as %1...</source>
        <translation>导出为 %1...</translation>
    </message>
    <message>
        <source>Choose the designs, and press F5.</source>
        <translation>选择设计，然后按 F5。</translation>
    </message>
    <message>
        <source>Open two designs or more, and choose at least two.</source>
        <translation>请打开两个或更多设计，并至少选择两个。</translation>
    </message>
    <message>
        <source>Export Comparison</source>
        <translation>导出比较结果</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>nines::gui::CompareWindow</name>
    <message>
        <source>Compare Designs</source>
        <translation>比较设计</translation>
    </message>
</context>
<context>
    <name>nines::gui::ComparisonCharts</name>
    <message>
        <source>Charts of the comparison</source>
        <translation>比较的图表</translation>
    </message>
</context>
<context>
    <name>nines::gui::ComparisonFigures</name>
    <message>
        <source>Figures of the comparison</source>
        <translation>比较的数值</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估计值</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Better in</source>
        <translation>更好的比例</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Share of the trials in which it did better than the first design.</source>
        <translation>优于第一个设计的试验所占的比例。</translation>
    </message>
</context>
<context>
    <name>nines::gui::ConnectDialog</name>
    <message>
        <source>Connect %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>&amp;Key of %1:</source>
        <translation>%1 的键(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Names:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
</context>
<context>
    <name>nines::gui::DesignChanges</name>
    <message>
        <source>What the designs differ by</source>
        <translation>各设计的差异之处</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>First design</source>
        <translation>第一个设计</translation>
    </message>
    <message>
        <source>This design</source>
        <translation>此设计</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>there</source>
        <translation>有</translation>
    </message>
    <message>
        <source>as by default</source>
        <translation>按默认值</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>nines::gui::DesignChoice</name>
    <message>
        <source>&amp;Designs that are open</source>
        <translation>已打开的设计(&amp;D)</translation>
    </message>
    <message>
        <source>Differences are to this design.</source>
        <translation>差异相对此设计计算。</translation>
    </message>
    <message>
        <source>&amp;Against</source>
        <translation>对比(&amp;A)</translation>
    </message>
    <message>
        <source>as the first design says</source>
        <translation>按第一个设计</translation>
    </message>
    <message>
        <source>&amp;Trials of each</source>
        <translation type="vanished">各自的试验次数(&amp;T)</translation>
    </message>
    <message>
        <source>every difference matters</source>
        <translation>任何差异都重要</translation>
    </message>
    <message>
        <source>Designs that differ by less than this share count as alike.</source>
        <translation>差异小于此比例的设计视为相当。</translation>
    </message>
    <message>
        <source>&amp;Indifference</source>
        <translation>无差异范围(&amp;I)</translation>
    </message>
    <message>
        <source>This design has errors and cannot be simulated.</source>
        <translation>此设计有错误，无法模拟。</translation>
    </message>
    <message>
        <source>A whole number, for example 10000 or 1e5.</source>
        <translation>一个整数，例如 10000 或 1e5。</translation>
    </message>
    <message>
        <source>Trials &amp;of each</source>
        <translation>各自的试验次数(&amp;O)</translation>
    </message>
</context>
<context>
    <name>nines::gui::DesignTabs</name>
    <message>
        <source>Open designs</source>
        <translation>打开的设计</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Not saved in a file yet</source>
        <translation>尚未保存到文件</translation>
    </message>
    <message>
        <source>Has changes that are not saved</source>
        <translation>有尚未保存的更改</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close the &amp;others</source>
        <translation type="vanished">关闭其他(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Move to the other side</source>
        <translation type="vanished">移到另一侧(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the &amp;path</source>
        <translation type="vanished">复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>Close the &amp;Others</source>
        <translation>关闭其他(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Move to the Other Side</source>
        <translation>移到另一侧(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the &amp;Path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
</context>
<context>
    <name>nines::gui::DesignView</name>
    <message>
        <source>Drawing</source>
        <translation>拓扑图</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Drawing or text</source>
        <translation>拓扑图或文本</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Diagnostics: %1</source>
        <translation>诊断：%1</translation>
    </message>
    <message>
        <source>%1 was changed by another program and has been read again.</source>
        <translation>%1 已被另一程序更改，现已重新读取。</translation>
    </message>
    <message>
        <source>%1 is no longer there, or cannot be read. It is kept here.</source>
        <translation>%1 已不存在或无法读取。内容仍保留在这里。</translation>
    </message>
    <message>
        <source>%1 has been changed by another program.</source>
        <translation>%1 已被另一程序更改。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation type="vanished">保留我的(&amp;K)</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>保留我的</translation>
    </message>
</context>
<context>
    <name>nines::gui::DiagnosticsPanel</name>
    <message>
        <source>Shows or hides errors.</source>
        <translation>显示或隐藏错误。</translation>
    </message>
    <message>
        <source>Shows or hides warnings.</source>
        <translation>显示或隐藏警告。</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>改正办法</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected diagnostics as text.</source>
        <translation>把所选诊断复制为文本。</translation>
    </message>
</context>
<context>
    <name>nines::gui::Document</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>the scenario has no file yet</source>
        <translation>该场景还没有对应的文件</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation type="vanished">%1 不存在</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation type="vanished">%1 不是文件</translation>
    </message>
    <message>
        <source>%1 is larger than 8 MiB</source>
        <translation type="vanished">%1 大于 8 MiB</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation type="vanished">无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>nines::gui::EstimateView</name>
    <message>
        <source>no outage seen</source>
        <translation>未见中断</translation>
    </message>
    <message>
        <source>at least %1 (%2), %3 trials</source>
        <translation type="vanished">至少 %1（%2），%3 次试验</translation>
    </message>
    <message>
        <source>; too few outages to trust the interval</source>
        <translation type="vanished">；中断太少，置信区间不可靠</translation>
    </message>
    <message>
        <source>%1 to %2; %3; %4 trials%5</source>
        <translation type="vanished">%1 至 %2；%3；%4 次试验%5</translation>
    </message>
    <message>
        <source>Not verified: no exact figure within the time given to it.</source>
        <translation type="vanished">未核对：在给定的时间内没有得到精确值。</translation>
    </message>
    <message>
        <source>Not verified: %1</source>
        <translation type="vanished">未核对：%1</translation>
    </message>
    <message>
        <source>Exact: %1</source>
        <translation>精确值：%1</translation>
    </message>
    <message>
        <source>Not verified: exact %1, z = %2, more than chance explains</source>
        <translation>未核对：精确值 %1，z = %2，超出偶然所能解释的范围</translation>
    </message>
    <message>
        <source>Verified: exact %1, z = %2</source>
        <translation>已核对：精确值 %1，z = %2</translation>
    </message>
    <message>
        <source>at least %1
%2 · %3 trials</source>
        <translation>至少 %1
%2 · %3 次试验</translation>
    </message>
    <message>
        <source>too few outages to trust the interval</source>
        <translation>中断太少，置信区间不可靠</translation>
    </message>
    <message>
        <source>%1 to %2
%3 · %4 trials</source>
        <translation>%1 至 %2
%3 · %4 次试验</translation>
    </message>
    <message>
        <source>No exact figure to verify it with.</source>
        <translation>没有可供核对的精确值。</translation>
    </message>
    <message>
        <source>None was found within the time given to it.</source>
        <translation>在给定的时间内没有求得。</translation>
    </message>
</context>
<context>
    <name>nines::gui::EventModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>nines::gui::FigureTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected rows, or all, for a spreadsheet.</source>
        <translation>复制所选的行（或全部），供电子表格使用。</translation>
    </message>
</context>
<context>
    <name>nines::gui::FiguresPage</name>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>观测数</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确值</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Standard errors between the estimate and the exact figure.</source>
        <translation>估计值与精确值相差多少个标准误。</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Approximations of the exact figures</source>
        <translation>精确值所作的近似</translation>
    </message>
    <message>
        <source>Not solved exactly</source>
        <translation>未求精确解</translation>
    </message>
    <message>
        <source>Off by more than chance explains.</source>
        <translation>偏差超出偶然所能解释的范围。</translation>
    </message>
    <message>
        <source>Verified without sampling.</source>
        <translation>不经抽样核对无误。</translation>
    </message>
    <message>
        <source>Trials worth a look</source>
        <translation>值得一看的试验</translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation>试验 %1</translation>
    </message>
    <message numerus="yes">
        <source>downtime of %1 in %n outage(s)</source>
        <translation>
            <numerusform>%1 的停机时间，共 %n 次中断</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Replay trial %1</source>
        <translation>回放试验 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>Cost per year</source>
        <translation>每年成本</translation>
    </message>
    <message>
        <source>Cost per year, in %1</source>
        <translation>每年费用，单位 %1</translation>
    </message>
</context>
<context>
    <name>nines::gui::FileBytes</name>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 不是文件</translation>
    </message>
    <message>
        <source>%1 is larger than 8 MiB</source>
        <translation>%1 大于 8 MiB</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>This file is binary. It is shown, but cannot be edited here.</source>
        <translation>此文件是二进制文件。这里只能显示，不能编辑。</translation>
    </message>
    <message>
        <source>This file is not UTF-8. It is shown, but cannot be edited here.</source>
        <translation>此文件不是 UTF-8 编码。这里只能显示，不能编辑。</translation>
    </message>
</context>
<context>
    <name>nines::gui::FileDealings</name>
    <message>
        <source>Not opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>Open scenarios</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <source>Scenarios (*.toml);;All files (*)</source>
        <translation>场景 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <source>Not reverted</source>
        <translation>未还原</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>是否保存对 %1 的更改？</translation>
    </message>
    <message numerus="yes">
        <source>Save the changes to %n designs?</source>
        <translation type="vanished">
            <numerusform>是否保存对 %n 个设计的更改？</numerusform>
        </translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>否则更改将会丢失。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>The file is as it was, and your changes are still here. They can be saved elsewhere.</source>
        <translation>文件保持原样，您的更改仍在这里，可以保存到别处。</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation type="vanished">另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>磁盘上的文件已更改</translation>
    </message>
    <message>
        <source>Another program has changed %1.</source>
        <translation>另一程序已更改 %1。</translation>
    </message>
    <message>
        <source>Saving now replaces what it has written.</source>
        <translation>现在保存会覆盖它所写的内容。</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>Runs go on</source>
        <translation>仍在运行</translation>
    </message>
    <message>
        <source>A run goes on in %1. Closing ends it.</source>
        <translation>%1 仍在运行。关闭会结束运行。</translation>
    </message>
    <message>
        <source>&amp;End and close</source>
        <translation type="vanished">结束并关闭(&amp;E)</translation>
    </message>
    <message>
        <source>Save the changes to %1 designs?</source>
        <translation>是否保存对 %1 个设计的更改？</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;End and Close</source>
        <translation>结束并关闭(&amp;E)</translation>
    </message>
</context>
<context>
    <name>nines::gui::FindBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>区分大小写(&amp;C)</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="vanished">
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Places: %1</source>
        <translation>%1 处</translation>
    </message>
</context>
<context>
    <name>nines::gui::HorizonStrip</name>
    <message>
        <source>Whole trial with its outages</source>
        <translation>整个试验及其中断</translation>
    </message>
    <message>
        <source>The whole trial with the outages of its services. Click to look there.</source>
        <translation>整个试验及各服务的中断。点击即可查看该处。</translation>
    </message>
</context>
<context>
    <name>nines::gui::JobBar</name>
    <message>
        <source>Runs all points over the same trials and the same luck.</source>
        <translation>所有点经历相同的试验、相同的运气。</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>Ends it; the trials that all points have done are kept.</source>
        <translation>结束；保留所有点都已完成的试验。</translation>
    </message>
    <message>
        <source>Progress of the trials</source>
        <translation>试验的进度</translation>
    </message>
    <message>
        <source>The points are prepared.</source>
        <translation>正在准备各点。</translation>
    </message>
    <message>
        <source>%1 of %2 trials of each point, about %3 left</source>
        <translation>每个点 %2 次试验中的 %1 次，大约还剩 %3</translation>
    </message>
</context>
<context>
    <name>nines::gui::KindPalette</name>
    <message>
        <source>Palette of things</source>
        <translation>对象面板</translation>
    </message>
    <message>
        <source>Press Enter to add a thing of the chosen kind to the drawing.</source>
        <translation>按 Enter 键把所选种类的对象添加到拓扑图中。</translation>
    </message>
</context>
<context>
    <name>nines::gui::LawChart</name>
    <message>
        <source>Curve of the distribution</source>
        <translation>分布曲线</translation>
    </message>
    <message>
        <source>Only single times: see the cumulative curve.</source>
        <translation>只有单个时间值：请看累积曲线。</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
</context>
<context>
    <name>nines::gui::LawPanel</name>
    <message>
        <source>Form of the distribution</source>
        <translation>分布的形式</translation>
    </message>
    <message>
        <source>Log time</source>
        <translation>对数时间</translation>
    </message>
    <message>
        <source>Equal steps to the right are equal factors of time.</source>
        <translation>向右等距即时间等比。</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>累积</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>失效率</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Not a distribution yet.</source>
        <translation>尚不是分布。</translation>
    </message>
    <message>
        <source>mean %1 (dashed), median %2 (dotted), 95 % within %3</source>
        <translation>平均 %1（虚线），中位数 %2（点线），95 % 在 %3 以内</translation>
    </message>
    <message>
        <source>Stands for %1: %2</source>
        <translation>代表 %1：%2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>nines::gui::ListField</name>
    <message>
        <source>%1, item %2</source>
        <translation>%1，第 %2 项</translation>
    </message>
    <message>
        <source>Show what this item names</source>
        <translation>显示此项所指的对象</translation>
    </message>
    <message>
        <source>Take this item out of the list</source>
        <translation>从列表中去掉此项</translation>
    </message>
    <message>
        <source>add another</source>
        <translation>再添加一项</translation>
    </message>
    <message>
        <source>Show %1 %2</source>
        <translation>显示 %1 %2</translation>
    </message>
    <message>
        <source>It names no thing that can be shown</source>
        <translation>它没有指向可以显示的对象</translation>
    </message>
</context>
<context>
    <name>nines::gui::MainMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Makes a design with nothing in it.</source>
        <translation>新建一个空的设计。</translation>
    </message>
    <message>
        <source>New from &amp;template</source>
        <translation type="vanished">从模板新建(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="vanished">打开(&amp;O)...</translation>
    </message>
    <message>
        <source>Opens scenario files.</source>
        <translation>打开场景文件。</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="vanished">打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Saves the design in its file.</source>
        <translation>把设计保存到其文件中。</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation type="vanished">另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>Saves the design in another file.</source>
        <translation>把设计保存到另一个文件中。</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>还原(&amp;V)</translation>
    </message>
    <message>
        <source>Takes the file as it is on disk; this can be undone.</source>
        <translation>采用磁盘上的文件内容；可以撤销。</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation type="vanished">首选项(&amp;P)...</translation>
    </message>
    <message>
        <source>Theme, language and more.</source>
        <translation>主题、语言等。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Closes the design in front.</source>
        <translation>关闭最前面的设计。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Ends the program.</source>
        <translation>结束程序。</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Takes the latest change back.</source>
        <translation>撤销最近的更改。</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Does again what was taken back.</source>
        <translation>重做刚才撤销的更改。</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Drawing</source>
        <translation>拓扑图(&amp;D)</translation>
    </message>
    <message>
        <source>Shows the drawing.</source>
        <translation>显示拓扑图。</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>Shows the text.</source>
        <translation>显示文本。</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>两者(&amp;B)</translation>
    </message>
    <message>
        <source>Shows drawing and text beside each other.</source>
        <translation>并排显示拓扑图和文本。</translation>
    </message>
    <message>
        <source>Designs &amp;side by side</source>
        <translation type="vanished">设计并排显示(&amp;S)</translation>
    </message>
    <message>
        <source>Shows the design in front beside the others.</source>
        <translation>把最前面的设计显示在其他设计旁边。</translation>
    </message>
    <message>
        <source>&amp;Move to the other side</source>
        <translation type="vanished">移到另一侧(&amp;M)</translation>
    </message>
    <message>
        <source>Moves the design in front to the other side.</source>
        <translation>把最前面的设计移到另一侧。</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reset the panels</source>
        <translation type="vanished">重置面板(&amp;R)</translation>
    </message>
    <message>
        <source>Puts the panels where they were at first.</source>
        <translation>把面板恢复到最初的位置。</translation>
    </message>
    <message>
        <source>Shows or hides the tool bar.</source>
        <translation>显示或隐藏工具栏。</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts...</source>
        <translation type="vanished">快捷键(&amp;S)...</translation>
    </message>
    <message>
        <source>Lists the keys of all actions.</source>
        <translation>列出所有操作的按键。</translation>
    </message>
    <message>
        <source>&amp;About Nines...</source>
        <translation type="vanished">关于 Nines(&amp;A)...</translation>
    </message>
    <message>
        <source>Version, libraries and licence.</source>
        <translation>版本、库和许可证。</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation type="vanished">清空此列表(&amp;F)</translation>
    </message>
    <message>
        <source>Empties this list; the files stay.</source>
        <translation>清空此列表；文件保留。</translation>
    </message>
    <message>
        <source>New from &amp;Template</source>
        <translation>从模板新建(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Designs &amp;Side by Side</source>
        <translation>设计并排显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Move to the Other Side</source>
        <translation>移到另一侧(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Reset the Panels</source>
        <translation>重置面板(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts…</source>
        <translation>快捷键(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;About Nines…</source>
        <translation>关于 Nines(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Forget These</source>
        <translation>清空此列表(&amp;F)</translation>
    </message>
    <message>
        <source>Export Re&amp;port…</source>
        <translation>导出报告(&amp;P)…</translation>
    </message>
    <message>
        <source>Writes the report of the latest run: HTML, PDF or Markdown.</source>
        <translation>写出最近一次运行的报告：HTML、PDF 或 Markdown。</translation>
    </message>
    <message>
        <source>&amp;Compare Designs…</source>
        <translation>比较设计(&amp;C)…</translation>
    </message>
    <message>
        <source>Holds the open designs against each other on the same luck.</source>
        <translation>让已打开的设计在相同的运气下相互对比。</translation>
    </message>
    <message>
        <source>S&amp;weep…</source>
        <translation>扫描(&amp;W)…</translation>
    </message>
    <message>
        <source>Tries other values of the design in front, and tells which input matters most.</source>
        <translation>尝试前面设计的其他取值，并指出哪个输入最重要。</translation>
    </message>
    <message>
        <source>&amp;Go to Panel</source>
        <translation>转到面板(&amp;G)</translation>
    </message>
    <message>
        <source>Shows this panel and gives it the keyboard.</source>
        <translation>显示此面板，并将键盘焦点移到其中。</translation>
    </message>
    <message>
        <source>Go to &amp;Outline</source>
        <translation>转到大纲(&amp;O)</translation>
    </message>
    <message>
        <source>Go to &amp;Properties</source>
        <translation>转到属性(&amp;P)</translation>
    </message>
    <message>
        <source>Go to &amp;Run</source>
        <translation>转到运行(&amp;R)</translation>
    </message>
    <message>
        <source>Go to R&amp;esults</source>
        <translation>转到结果(&amp;E)</translation>
    </message>
    <message>
        <source>Go to Rep&amp;lay</source>
        <translation>转到回放(&amp;L)</translation>
    </message>
    <message>
        <source>Go to &amp;Diagnostics</source>
        <translation>转到诊断(&amp;D)</translation>
    </message>
</context>
<context>
    <name>nines::gui::MainWindow</name>
    <message>
        <source>an untitled design</source>
        <translation>一个未命名的设计</translation>
    </message>
    <message>
        <source>Unsaved work was left behind when the program ended: %1, as it was on %2.</source>
        <translation type="vanished">程序结束时留下了未保存的工作：%1，状态为 %2 时。</translation>
    </message>
    <message>
        <source>Shows the diagnostics</source>
        <translation>显示诊断</translation>
    </message>
    <message>
        <source>Nines</source>
        <translation>Nines</translation>
    </message>
    <message>
        <source>%1[*] - Nines</source>
        <translation>%1[*] - Nines</translation>
    </message>
    <message>
        <source>%1 % - %2[*] - Nines</source>
        <translation>%1 % - %2[*] - Nines</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Unsaved work was left behind when the program ended: %1, as it was at %2.</source>
        <translation>程序结束时留下了未保存的工作：%1，状态为 %2 时。</translation>
    </message>
</context>
<context>
    <name>nines::gui::ManualWindow</name>
    <message>
        <source>Search this page; Enter goes to the next place</source>
        <translation>在本页中搜索；按 Enter 键转到下一处</translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation>在本页中搜索</translation>
    </message>
</context>
<context>
    <name>nines::gui::Minimap</name>
    <message>
        <source>Map of the drawing</source>
        <translation>拓扑图缩略图</translation>
    </message>
    <message>
        <source>Whole trial with its outages</source>
        <translation type="vanished">整个试验及其中断</translation>
    </message>
    <message>
        <source>The whole trial with the outages of its services. Click to look there.</source>
        <translation type="vanished">整个试验及各服务的中断。点击即可查看该处。</translation>
    </message>
</context>
<context>
    <name>nines::gui::OutlinePanel</name>
    <message>
        <source>Filter the outline</source>
        <translation>筛选大纲</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Things of the scenario</source>
        <translation>场景中的对象</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Gives the thing another name; what refers to it follows.</source>
        <translation>给对象另起名称；引用它的地方随之更改。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Removes the selected things and what refers to them.</source>
        <translation>移除所选对象以及引用它们的内容。</translation>
    </message>
    <message>
        <source>Show in the &amp;text</source>
        <translation type="vanished">在文本中显示(&amp;T)</translation>
    </message>
    <message>
        <source>Goes to the text of the thing.</source>
        <translation>转到该对象的文本。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, has problems</source>
        <translation>%1，有问题</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n things</source>
        <translation type="vanished">
            <numerusform>删除 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1 things</source>
        <translation>删除 %1 个对象</translation>
    </message>
    <message>
        <source>Show in the &amp;Text</source>
        <translation>在文本中显示(&amp;T)</translation>
    </message>
</context>
<context>
    <name>nines::gui::PreferencesDialog</name>
    <message>
        <source>&amp;Run again after each change, in new tabs</source>
        <translation type="vanished">在新标签页中，每次更改后重新运行(&amp;R)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>After a crash, work that was not saved is offered again from this copy.</source>
        <translation>程序崩溃后，可以从此副本恢复尚未保存的工作。</translation>
    </message>
    <message>
        <source>One for each processor</source>
        <translation type="vanished">每个处理器一个</translation>
    </message>
    <message>
        <source>Results do not depend on the number of threads.</source>
        <translation type="vanished">结果与线程数无关。</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Copy of unsaved work every:</source>
        <translation>为未保存的工作建立副本的间隔(&amp;C)：</translation>
    </message>
    <message>
        <source>Th&amp;reads of a run:</source>
        <translation type="vanished">运行所用线程数(&amp;R)：</translation>
    </message>
</context>
<context>
    <name>nines::gui::PresetField</name>
    <message>
        <source>Compare the presets and their sources</source>
        <translation>比较各预设及其来源</translation>
    </message>
</context>
<context>
    <name>nines::gui::PresetPicker</name>
    <message>
        <source>Presets: %1</source>
        <translation>预设：%1</translation>
    </message>
    <message>
        <source>Search names, keys and sources</source>
        <translation>搜索名称、键和来源</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Values of the preset</source>
        <translation>预设的值</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Use this preset</source>
        <translation>采用此预设</translation>
    </message>
    <message>
        <source>No preset matches.</source>
        <translation>没有匹配的预设。</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>推导</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>nines::gui::ProblemCounts</name>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation type="vanished">
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="vanished">
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>警告：%1</translation>
    </message>
</context>
<context>
    <name>nines::gui::PropertyForm</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::PropertyList</name>
    <message>
        <source>Add to %1</source>
        <translation>添加到 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>第 %1 项</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>%1 的名称</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>nines::gui::PropertyPanel</name>
    <message>
        <source>Search keys</source>
        <translation>搜索键</translation>
    </message>
    <message>
        <source>Only set</source>
        <translation>仅已设置的</translation>
    </message>
    <message>
        <source>Show only keys that have a value</source>
        <translation>只显示有值的键</translation>
    </message>
    <message>
        <source>The text cannot be read as TOML at the moment. Mend it in the text editor first.</source>
        <translation>目前无法按 TOML 读取文本。请先在文本编辑器中改正。</translation>
    </message>
</context>
<context>
    <name>nines::gui::PropertyRow</name>
    <message>
        <source>Show the distribution of this time</source>
        <translation>显示此时间的分布</translation>
    </message>
    <message>
        <source>Take this value out of the text</source>
        <translation>从文本中去掉此值</translation>
    </message>
    <message>
        <source>How it is said</source>
        <translation>表达方式</translation>
    </message>
    <message>
        <source>(several)</source>
        <translation>（多个）</translation>
    </message>
    <message>
        <source>in place of %1</source>
        <translation>代替 %1</translation>
    </message>
</context>
<context>
    <name>nines::gui::PropertySection</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Take %1 out of the text</source>
        <translation>从文本中去掉 %1</translation>
    </message>
    <message>
        <source>Leave out %1, which comes from elsewhere</source>
        <translation>略去来自别处的 %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>(several)</source>
        <translation>（多个）</translation>
    </message>
</context>
<context>
    <name>nines::gui::PropertySession</name>
    <message>
        <source>Set %1</source>
        <translation type="vanished">设置 %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="vanished">重置 %1</translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation>设置 %2 的 %1</translation>
    </message>
    <message>
        <source>Reset %1 of %2</source>
        <translation>重置 %2 的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n things</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::ReferenceField</name>
    <message>
        <source>Show what %1 names</source>
        <translation>显示 %1 所指的对象</translation>
    </message>
    <message>
        <source>Show %1 %2</source>
        <translation>显示 %1 %2</translation>
    </message>
    <message>
        <source>It names no thing that can be shown</source>
        <translation>它没有指向可以显示的对象</translation>
    </message>
</context>
<context>
    <name>nines::gui::ReplayPanel</name>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>On the &amp;drawing</source>
        <translation>叠加到拓扑图(&amp;D)</translation>
    </message>
    <message>
        <source>Trials worth a look</source>
        <translation>值得一看的试验</translation>
    </message>
    <message>
        <source>Compute this trial again, event by event</source>
        <translation>逐个事件重新计算此试验</translation>
    </message>
    <message>
        <source>Lay the states of the present moment over the drawing</source>
        <translation>把当前时刻的状态叠加到拓扑图上</translation>
    </message>
    <message>
        <source>&amp;Worth a look:</source>
        <translation>值得一看(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Trial:</source>
        <translation>试验(&amp;T)：</translation>
    </message>
    <message>
        <source>%1 of %2: %3 (trial %4)</source>
        <translation>%2 %1：%3（试验 %4）</translation>
    </message>
    <message>
        <source>%1; only %2 of the trials had any</source>
        <translation>%1；只有 %2 次试验出现过</translation>
    </message>
    <message>
        <source>No trial had an outage or a loss</source>
        <translation>没有试验出现中断或丢失</translation>
    </message>
    <message>
        <source>Choose a trial</source>
        <translation>选择一次试验</translation>
    </message>
    <message>
        <source>Computing the trial…</source>
        <translation>正在计算试验…</translation>
    </message>
    <message>
        <source>Run the design first: then any trial can be replayed.</source>
        <translation>请先运行设计：之后任何一次试验都可以回放。</translation>
    </message>
    <message>
        <source>Choose a trial.</source>
        <translation>请选择一次试验。</translation>
    </message>
    <message numerus="yes">
        <source>Trial %1: the first %n events</source>
        <translation>
            <numerusform>试验 %1：前 %n 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trial %1: %n events</source>
        <translation>
            <numerusform>试验 %1：%n 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::ResultsPanel</name>
    <message>
        <source>%2 of the downtime of %1 began with this down</source>
        <translation>%1 的停机时间中有 %2 开始时此对象处于停机状态</translation>
    </message>
    <message>
        <source>Share of the downtime of %1 that began with this among what was down</source>
        <translation>%1 的停机时间中，开始时此对象处于停机状态的比例</translation>
    </message>
    <message>
        <source>Takes part in %1 of the downtime (Fussell-Vesely)</source>
        <translation>参与停机时间的 %1（Fussell-Vesely）</translation>
    </message>
    <message>
        <source>A member takes part in %1 of the downtime (Fussell-Vesely)</source>
        <translation>有一个成员参与停机时间的 %1（Fussell-Vesely）</translation>
    </message>
    <message>
        <source>The importance for %1 is not known: the scenario could not be solved</source>
        <translation>%1 的重要度未知：场景未能求解</translation>
    </message>
    <message>
        <source>Importance for %1: part of its downtime in which this takes part</source>
        <translation>对 %1 的重要度：此对象参与其停机时间的部分</translation>
    </message>
    <message>
        <source>Busy for %1 of its capacity</source>
        <translation>容量的 %1 处于忙碌状态</translation>
    </message>
    <message>
        <source>No crew in this scenario has a utilisation</source>
        <translation>此场景中没有维修班组具有利用率</translation>
    </message>
    <message>
        <source>Utilisation of crews: share of the working capacity that is busy</source>
        <translation>维修班组利用率：工作容量中处于忙碌状态的比例</translation>
    </message>
    <message>
        <source>No run yet: press F5.</source>
        <translation>尚未运行：请按 F5。</translation>
    </message>
    <message>
        <source>Charts and figures</source>
        <translation>图表与数据</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>All figures with intervals, assumptions and warnings.</source>
        <translation>所有指标及其置信区间、假设和警告。</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>属于(&amp;O)</translation>
    </message>
    <message>
        <source>What is shown by colours in the drawing.</source>
        <translation>拓扑图中的颜色表示什么。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>share of the downtime</source>
        <translation>占停机时间的比例</translation>
    </message>
    <message>
        <source>importance</source>
        <translation>重要度</translation>
    </message>
    <message>
        <source>utilisation of crews</source>
        <translation>维修班组利用率</translation>
    </message>
    <message>
        <source>&amp;Drawing shows</source>
        <translation>拓扑图显示(&amp;D)</translation>
    </message>
    <message>
        <source>E&amp;xport Results</source>
        <translation>导出结果(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the report as text.</source>
        <translation>把报告复制为文本。</translation>
    </message>
    <message>
        <source>Export as %1...</source>
        <translation>导出为 %1...</translation>
    </message>
    <message>
        <source>Export Results</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
</context>
<context>
    <name>nines::gui::RunPanel</name>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Simulates the scenario.</source>
        <translation>模拟该场景。</translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation>取消运行(&amp;C)</translation>
    </message>
    <message>
        <source>Ends the run; what was simulated until then is kept.</source>
        <translation>结束运行；已模拟的部分保留。</translation>
    </message>
    <message>
        <source>Run as I &amp;Edit</source>
        <translation>随编辑运行(&amp;E)</translation>
    </message>
    <message>
        <source>Runs for half a second after each change of the text.</source>
        <translation>文本每次更改后运行半秒。</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message numerus="yes">
        <source>The scenario has %n error(s) and cannot be run.</source>
        <translation>
            <numerusform>场景有 %n 个错误，不能运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示错误</translation>
    </message>
    <message>
        <source>Starting...</source>
        <translation>正在启动...</translation>
    </message>
    <message>
        <source>%1 of at most %2 trials</source>
        <translation>%1 次试验，最多 %2 次</translation>
    </message>
    <message>
        <source>%1 of %2 trials</source>
        <translation>%1 次试验，共 %2 次</translation>
    </message>
    <message>
        <source>, %1/s, about %2 left</source>
        <translation>，%1 次/秒，约剩 %2</translation>
    </message>
    <message>
        <source>%1 trials, %2 events in %3.</source>
        <translation>%1 次试验，%2 个事件，用时 %3。</translation>
    </message>
    <message>
        <source>A quick run: the intervals are wide.</source>
        <translation>快速运行：置信区间较宽。</translation>
    </message>
    <message>
        <source>Cancelled: the figures are those of the trials that were done.</source>
        <translation>已取消：数字来自已完成的试验。</translation>
    </message>
    <message>
        <source>The precision was reached.</source>
        <translation>已达到精度。</translation>
    </message>
    <message>
        <source>The trials were used up before the precision was reached.</source>
        <translation>试验用完时仍未达到精度。</translation>
    </message>
    <message>
        <source>All trials were done.</source>
        <translation>所有试验均已完成。</translation>
    </message>
    <message>
        <source>Nothing was run.</source>
        <translation>没有运行。</translation>
    </message>
    <message>
        <source>Out of date: the text was changed after this run.</source>
        <translation>已过时：此次运行之后文本已更改。</translation>
    </message>
    <message>
        <source>Con&amp;vergence of</source>
        <translation>收敛(&amp;V)</translation>
    </message>
    <message>
        <source>Quick run</source>
        <translation>快速运行</translation>
    </message>
</context>
<context>
    <name>nines::gui::RunSettings</name>
    <message>
        <source>&amp;Trials</source>
        <translation>试验次数(&amp;T)</translation>
    </message>
    <message>
        <source>How many horizons are simulated; with a precision the most of them.</source>
        <translation>模拟多少个模拟时长；给出精度时为其上限。</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>精度(&amp;P)</translation>
    </message>
    <message>
        <source>The run stops when the downtime of every service is known to this, for example 5 %.</source>
        <translation>当每个服务的停机时间都达到此精度时停止运行，例如 5 %。</translation>
    </message>
    <message>
        <source>&amp;Horizon</source>
        <translation>模拟时长(&amp;H)</translation>
    </message>
    <message>
        <source>Simulated time of one trial, for example 1 y or 30 d.</source>
        <translation>一次试验的模拟时间，例如 1 y 或 30 d。</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>种子(&amp;E)</translation>
    </message>
    <message>
        <source>Another seed gives another sample.</source>
        <translation>另一个种子给出另一组样本。</translation>
    </message>
    <message>
        <source>&amp;Confidence</source>
        <translation>置信水平(&amp;C)</translation>
    </message>
    <message>
        <source>Of all intervals, for example 95 %.</source>
        <translation>所有区间的置信水平，例如 95 %。</translation>
    </message>
    <message>
        <source>Never changes a result.</source>
        <translation>从不改变结果。</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>线程数(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Long-run figures</source>
        <translation>长期值(&amp;L)</translation>
    </message>
    <message>
        <source>Equilibrium ages, and a warm-up that is not measured.</source>
        <translation>平稳役龄，以及不计入测量的预热期。</translation>
    </message>
    <message>
        <source>&amp;Allow very large runs</source>
        <translation>允许很大规模的运行(&amp;A)</translation>
    </message>
    <message>
        <source>Runs also what is expected to take more than 1e12 events.</source>
        <translation>预计超过 1e12 个事件的场景也运行。</translation>
    </message>
    <message>
        <source>The number of trials must be a whole number above 0, such as 10000 or 1e6.</source>
        <translation>试验次数必须是大于 0 的整数，例如 10000 或 1e6。</translation>
    </message>
    <message>
        <source>The precision must be between 0 % and 100 %, for example 5 %.</source>
        <translation>精度必须在 0 % 与 100 % 之间，例如 5 %。</translation>
    </message>
    <message>
        <source>The horizon must be above 0 and finite.</source>
        <translation>模拟时长必须大于 0 且有限。</translation>
    </message>
    <message>
        <source>The seed must be a whole number.</source>
        <translation>种子必须是整数。</translation>
    </message>
    <message>
        <source>The confidence must be above 50 % and below 100 %.</source>
        <translation>置信水平必须高于 50 % 且低于 100 %。</translation>
    </message>
    <message>
        <source>none</source>
        <comment>precision</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Also without &amp;plans and backups</source>
        <translation>同时模拟没有预案和备份的情形(&amp;P)</translation>
    </message>
    <message>
        <source>Runs the design twice: also with what high availability does alone.</source>
        <translation>把设计运行两次：另一次只计高可用本身的效果。</translation>
    </message>
</context>
<context>
    <name>nines::gui::SearchBar</name>
    <message>
        <source>Search the drawing</source>
        <translation>搜索拓扑图</translation>
    </message>
    <message>
        <source>Name, kind or detail</source>
        <translation>名称、种类或细节</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
</context>
<context>
    <name>nines::gui::Severity</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>nines::gui::ShortcutsDialog</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>搜索操作或按键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
</context>
<context>
    <name>nines::gui::StaleNote</name>
    <message>
        <source>Out of date: the design was changed after this run.</source>
        <translation>已过时：此次运行之后设计已更改。</translation>
    </message>
</context>
<context>
    <name>nines::gui::StandingLegend</name>
    <message>
        <source>Legend of the timeline: %1</source>
        <translation>时间线图例：%1</translation>
    </message>
</context>
<context>
    <name>nines::gui::StartPage</name>
    <message>
        <source>Files that you open or save are listed here.</source>
        <translation>您打开或保存过的文件会列在这里。</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Tutorials and designs</source>
        <translation>教程与设计</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>&amp;New Design</source>
        <translation>新建设计(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open File…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Reference of the scenario language</source>
        <translation>场景语言参考</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>错误与警告</translation>
    </message>
    <message>
        <source>How available is a design, how fast does it come back, and how much does it lose?</source>
        <translation>一个设计的可用性有多高，恢复有多快，会丢失多少数据？</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Search tutorials and designs</source>
        <translation>搜索教程与设计</translation>
    </message>
    <message>
        <source>Enter opens an untitled copy.</source>
        <translation>按 Enter 键打开一份未命名的副本。</translation>
    </message>
    <message>
        <source>&amp;Begin with a scenario</source>
        <translation>从一个场景开始(&amp;B)</translation>
    </message>
    <message>
        <source>Tutorials: one idea each</source>
        <translation>教程：每个讲一个概念</translation>
    </message>
    <message>
        <source>Designs to compare</source>
        <translation>可供比较的设计</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>nines::gui::SweepPage</name>
    <message>
        <source>nothing seen</source>
        <translation>未观测到</translation>
    </message>
    <message>
        <source>Against the first point: %1</source>
        <translation>相对第一个点：%1</translation>
    </message>
    <message>
        <source>&amp;Sweep</source>
        <translation>扫描(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>The design has changed since: sweep again.</source>
        <translation>设计此后已改变：请重新扫描。</translation>
    </message>
    <message>
        <source>Choose what varies, and press F5. All points run the same trials with the same luck, so differences between them are known far better than the figures themselves.</source>
        <translation>选择要变化的内容，然后按 F5。所有点以相同的运气经历相同的试验，因此它们之间的差异比数据本身精确得多。</translation>
    </message>
    <message>
        <source>Charts of the sweep</source>
        <translation>扫描的图表</translation>
    </message>
    <message>
        <source>Figures of the sweep by point</source>
        <translation>按点列出的扫描数据</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>nines::gui::SweepSetup</name>
    <message>
        <source>What varies</source>
        <translation>变化的内容</translation>
    </message>
    <message>
        <source>Nothing varies yet. Add a key, or write [[vary]] into the scenario.</source>
        <translation>还没有变化的内容。请添加一个键，或在场景中写入 [[vary]]。</translation>
    </message>
    <message>
        <source>&amp;Add a Key</source>
        <translation>添加键(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Write into the Scenario</source>
        <translation>写入场景(&amp;W)</translation>
    </message>
    <message>
        <source>Makes these the [[vary]] of the scenario, as one step that can be undone.</source>
        <translation>将这些作为场景的 [[vary]]，为可撤销的一步。</translation>
    </message>
    <message>
        <source>downtime, availability, recovery, loss, cost</source>
        <translation>downtime, availability, recovery, loss, cost</translation>
    </message>
    <message>
        <source>Names of figures with commas between them, such as recovery_time_mean[zone].</source>
        <translation>用逗号分隔的数据名称，例如 recovery_time_mean[zone]。</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>数据(&amp;F)</translation>
    </message>
    <message>
        <source>as the scenario says</source>
        <translation>按场景所定</translation>
    </message>
    <message>
        <source>Trials &amp;of each</source>
        <translation>各自的试验次数(&amp;O)</translation>
    </message>
    <message>
        <source>The design has errors and cannot be simulated.</source>
        <translation>设计有错误，无法模拟。</translation>
    </message>
    <message>
        <source>Points: %1</source>
        <translation>点数：%1</translation>
    </message>
</context>
<context>
    <name>nines::gui::SweepWindow</name>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Values to Try</source>
        <translation>要尝试的值</translation>
    </message>
    <message>
        <source>Which Input Matters Most?</source>
        <translation>哪个输入最重要？</translation>
    </message>
    <message>
        <source>Write what varies</source>
        <translation>写入变化的内容</translation>
    </message>
    <message>
        <source>Sweep: %1</source>
        <translation>扫描：%1</translation>
    </message>
</context>
<context>
    <name>nines::gui::Sweeper</name>
    <message>
        <source>The design has no such figure.</source>
        <translation>该设计没有这样的数据。</translation>
    </message>
</context>
<context>
    <name>nines::gui::TextEditor</name>
    <message>
        <source>Text of the scenario</source>
        <translation>场景的文本</translation>
    </message>
    <message>
        <source>&amp;Find in the Text…</source>
        <translation>在文本中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Looks for words in the text.</source>
        <translation>在文本中查找词语。</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Goes to the next place with the same words.</source>
        <translation>转到下一处相同的词语。</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Goes to the place before with the same words.</source>
        <translation>转到上一处相同的词语。</translation>
    </message>
    <message>
        <source>&amp;Complete</source>
        <translation>补全(&amp;C)</translation>
    </message>
    <message>
        <source>Shows what may stand at the cursor.</source>
        <translation>显示光标处可以写什么。</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>键入</translation>
    </message>
</context>
<context>
    <name>nines::gui::ThingHeader</name>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Id: how the text and the results name it. What refers to it follows.</source>
        <translation>ID：文本和结果中的名称。引用它的地方随之更改。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Show where it stands in the text</source>
        <translation>显示它在文本中的位置</translation>
    </message>
    <message numerus="yes">
        <source>%n things</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>An id cannot be empty.</source>
        <translation>ID 不能为空。</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
</context>
<context>
    <name>nines::gui::TimelineChart</name>
    <message>
        <source>Timeline of the trial</source>
        <translation>试验的时间线</translation>
    </message>
    <message>
        <source>Left and Right: previous and next event. Page Up and Page Down: previous and next outage. Home and End: begin and end. Plus, minus and 0: zoom in, out, show all. Shift with Left and Right: pan. Up and Down: choose a row. Return: open a group, or tell an outage. Space: play.</source>
        <translation>左右箭头：上一个和下一个事件。Page Up 和 Page Down：上一次和下一次中断。Home 和 End：开始和结束。加号、减号和 0：放大、缩小、显示全部。Shift 加左右箭头：平移。上下箭头：选择一行。Enter：展开组，或说明一次中断。空格：播放。</translation>
    </message>
    <message>
        <source>%1 is %2: %3
from %4 to %5</source>
        <translation>%1 %2：%3
从 %4 到 %5</translation>
    </message>
    <message>
        <source>Not known: the trial has more events than are kept</source>
        <translation>未知：该试验的事件多于所保留的数目</translation>
    </message>
</context>
<context>
    <name>nines::gui::TimelineView</name>
    <message>
        <source>⏮ Outage</source>
        <translation type="vanished">⏮ 中断</translation>
    </message>
    <message>
        <source>Previous outage (Page Up in the chart)</source>
        <translation>上一次中断（图中按 Page Up）</translation>
    </message>
    <message>
        <source>◀ Event</source>
        <translation>◀ 事件</translation>
    </message>
    <message>
        <source>Previous event (Left)</source>
        <translation>上一个事件（左箭头）</translation>
    </message>
    <message>
        <source>Event ▶</source>
        <translation>事件 ▶</translation>
    </message>
    <message>
        <source>Next event (Right)</source>
        <translation>下一个事件（右箭头）</translation>
    </message>
    <message>
        <source>Outage ⏭</source>
        <translation type="vanished">中断 ⏭</translation>
    </message>
    <message>
        <source>Next outage (Page Down)</source>
        <translation>下一次中断 (Page Down)</translation>
    </message>
    <message>
        <source>Present moment of the replay</source>
        <translation>回放的当前时刻</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Zoom in (Plus, or the wheel)</source>
        <translation>放大（加号，或滚轮）</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Zoom out (Minus, or the wheel)</source>
        <translation>缩小（减号，或滚轮）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the whole trial (0)</source>
        <translation>显示整个试验 (0)</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Show only rows whose name contains this</source>
        <translation>只显示名称中含有此内容的行</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the chart as PNG or SVG, or the events as CSV</source>
        <translation>把图写成 PNG 或 SVG，或把事件写成 CSV</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>播放或暂停（空格）</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>回放速度</translation>
    </message>
    <message>
        <source>How much of the trial passes in a second</source>
        <translation>每秒放过试验中的多少时间</translation>
    </message>
    <message>
        <source>1 s per second</source>
        <translation>每秒 1 s</translation>
    </message>
    <message>
        <source>10 s per second</source>
        <translation>每秒 10 s</translation>
    </message>
    <message>
        <source>1 min per second</source>
        <translation>每秒 1 min</translation>
    </message>
    <message>
        <source>10 min per second</source>
        <translation>每秒 10 min</translation>
    </message>
    <message>
        <source>1 h per second</source>
        <translation>每秒 1 h</translation>
    </message>
    <message>
        <source>6 h per second</source>
        <translation>每秒 6 h</translation>
    </message>
    <message>
        <source>1 d per second</source>
        <translation>每秒 1 d</translation>
    </message>
    <message>
        <source>Skip quiet times</source>
        <translation>跳过平静时段</translation>
    </message>
    <message>
        <source>While it plays, jump to the next event when nothing happens for long</source>
        <translation>播放时，若长时间没有事件，则跳到下一个事件</translation>
    </message>
    <message>
        <source>The present moment in words</source>
        <translation>用文字说明当前时刻</translation>
    </message>
    <message>
        <source>One outage from its first cause to its end</source>
        <translation>一次中断从最初原因到结束</translation>
    </message>
    <message>
        <source>Events of the trial</source>
        <translation>试验的事件</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>此刻</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>&lt;p&gt;Click on an outage of a service in the chart: its story is told here.&lt;/p&gt;</source>
        <translation>&lt;p&gt;点击图中某个服务的一次中断，这里会说明其经过。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Trial %1, %2</source>
        <translation type="vanished">试验 %1，%2</translation>
    </message>
    <message>
        <source>Export the timeline</source>
        <translation>导出时间线</translation>
    </message>
    <message>
        <source>Image (*.png);;Drawing (*.svg);;Events (*.csv)</source>
        <translation type="vanished">图像 (*.png);;图形 (*.svg);;事件 (*.csv)</translation>
    </message>
    <message>
        <source>◀◀ Outage</source>
        <translation>◀◀ 中断</translation>
    </message>
    <message>
        <source>Outage ▶▶</source>
        <translation>中断 ▶▶</translation>
    </message>
    <message>
        <source>Image (*.png)</source>
        <translation>图像 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>图形 (*.svg)</translation>
    </message>
    <message>
        <source>Events (*.csv)</source>
        <translation>事件 (*.csv)</translation>
    </message>
    <message>
        <source>Trial %1
%2</source>
        <translation>试验 %1
%2</translation>
    </message>
</context>
<context>
    <name>nines::gui::TopologyCanvas</name>
    <message>
        <source>A %1 and a %2 cannot be connected.</source>
        <translation>%1 与 %2 不能连接。</translation>
    </message>
    <message>
        <source>PNG picture, twice the size (*.png)</source>
        <translation>PNG 图片，两倍大小 (*.png)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>PNG picture, three times the size (*.png)</source>
        <translation>PNG 图片，三倍大小 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Export the Drawing</source>
        <translation>导出拓扑图</translation>
    </message>
    <message>
        <source>The text cannot be read at the moment, so this drawing is older than the text.</source>
        <translation>目前无法读取文本，因此此图比文本旧。</translation>
    </message>
    <message>
        <source>Nothing here yet. Drag a thing from the palette, or press Insert.</source>
        <translation>这里还没有内容。请从对象面板拖入，或按 Insert 键。</translation>
    </message>
    <message>
        <source>Begin with what can fail, a node; then add a service that needs it.</source>
        <translation>请从会发生故障的节点开始，再添加需要它的服务。</translation>
    </message>
    <message>
        <source>Drawing of the scenario</source>
        <translation>场景的拓扑图</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) selected</source>
        <translation>
            <numerusform>已选择 %n 个对象</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nines::gui::TornadoPage</name>
    <message>
        <source>Every number, quantity and distribution of the scenario is made lower and higher, one at a time.</source>
        <translation>场景中的每个数字、数量和分布依次被降低和升高，每次一个。</translation>
    </message>
    <message>
        <source>A small range comes nearer to the derivative, a large one has less noise.</source>
        <translation>范围小则更接近导数，范围大则噪声较小。</translation>
    </message>
    <message>
        <source>Lower and &amp;higher by</source>
        <translation>降低和升高(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>数据(&amp;F)</translation>
    </message>
    <message>
        <source>as the scenario says</source>
        <translation>按场景所定</translation>
    </message>
    <message>
        <source>Trials &amp;of each</source>
        <translation>各自的试验次数(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Find Out</source>
        <translation>查明(&amp;F)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>The design has changed since: find out again.</source>
        <translation>设计此后已改变：请重新查明。</translation>
    </message>
    <message>
        <source>Press F5 to see which input matters most: where better data, or better parts, are worth their price.</source>
        <translation>按 F5 查看哪个输入最重要：更好的数据或更好的部件在哪里值得其代价。</translation>
    </message>
    <message>
        <source>Figure that is shown</source>
        <translation>显示的数据</translation>
    </message>
    <message>
        <source>What each input changes</source>
        <translation>各输入带来的变化</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Elasticity</source>
        <translation>弹性</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
</context>
<context>
    <name>nines::gui::VaryRow</name>
    <message>
        <source>Key that varies</source>
        <translation>变化的键</translation>
    </message>
    <message>
        <source>key, such as group.web.count</source>
        <translation>键，例如 group.web.count</translation>
    </message>
    <message>
        <source>All keys (Down)</source>
        <translation>所有键（下箭头）</translation>
    </message>
    <message>
        <source>Offers the keys whose path has what was typed.</source>
        <translation>列出路径中含有所键入内容的键。</translation>
    </message>
    <message>
        <source>Values to try</source>
        <translation>要尝试的值</translation>
    </message>
    <message>
        <source>2, 3, 4 or 30 min .. 8 h / 5 log</source>
        <translation>2, 3, 4 或 30 min .. 8 h / 5 log</translation>
    </message>
    <message>
        <source>Values with commas between them, or a range with the number of values behind a slash; log: at equal ratios.</source>
        <translation>用逗号分隔的值，或一个范围，斜杠后为值的个数；log：按等比。</translation>
    </message>
    <message>
        <source>Remove this key</source>
        <translation>移除此键</translation>
    </message>
    <message>
        <source>Removes this key from the sweep.</source>
        <translation>从扫描中移除此键。</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>现为 %1</translation>
    </message>
    <message>
        <source>by default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>goes along with %1</source>
        <translation>随 %1 一同变化</translation>
    </message>
</context>
</TS>
