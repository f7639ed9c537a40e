/// The site that `mingzhi init` begins with: one invented regulation of three articles, worked through as an example.
/// It is written unstamped; the command stamps what belongs together.
public let starterSite: [FileChange] = [
  FileChange(
    "site.yml",
    """
    # What the site is called and how its lists are ordered. 网站的名称和排列。
    title: { zh: 步行法规, en: Walking laws }
    tagline: { zh: 一部虚构的法规，示范原文、译文和注解怎样放在一起。, en: "An invented regulation that shows how the law, its translation and notes stand together." }
    # The .example domain belongs to nobody (RFC 2606). 换成自己的网址。
    url: https://walking.example/
    regulations: [qingshi]
    compared: [qingshi]

    """),
  FileChange(
    "regulations/qingshi/regulation.yml",
    """
    title: { zh: 青石市步行条例, en: Regulation of Qingshi City on Walking }
    short: { zh: 青石条例, en: Qingshi Regulation }
    place: { zh: 青石市, en: Qingshi }
    kind: local-regulation
    status: in-force
    adopted: 2020-01-02
    effective: 2020-05-01
    bodies:
      - { role: adopted, zh: 青石市第一届人民代表大会常务委员会第三次会议, en: 3rd Meeting of the Standing Committee of the 1st Qingshi Municipal People’s Congress }
    source: { zh: 虚构的例子，没有这个城市。, en: An invented example; there is no such city. }
    editing: complete

    """),
  FileChange(
    "regulations/qingshi/published.txt",
    """
    青石市步行条例
    （2020年1月2日青石市第一届人民代表大会常务委员会第三次会议通过）
    第一条　为了让人走得安全、走得舒服，制定本条例。
    第二条　道路管理部门应当做好下列工作：
    （一）保持人行道平整；
    （二）在路口设置过街设施。
    第三条　鼓励单位开放内部通道，方便行人通过。
    本条例自2020年5月1日起施行。

    """),
  FileChange(
    "regulations/qingshi/text.zh.md",
    """
    # 青石市步行条例

    （2020年1月2日青石市第一届人民代表大会常务委员会第三次会议通过）

    ## 第一条

    为了让人走得安全、走得舒服，制定本条例。

    ## 第二条

    道路管理部门应当做好下列工作：

    （一）保持人行道平整；

    （二）在路口设置过街设施。

    ## 第三条

    鼓励单位开放内部通道，方便行人通过。

    本条例自2020年5月1日起施行。

    """),
  FileChange(
    "regulations/qingshi/text.en.md",
    """
    # Regulation of Qingshi City on Walking

    (Adopted at the 3rd Meeting of the Standing Committee of the 1st Qingshi Municipal People’s Congress on 2 January 2020)

    ## Article 1

    This Regulation is formulated so that people can walk in safety and comfort.

    ## Article 2

    Road administration departments shall do the following work:

    (1) keep footways even;

    (2) install crossing facilities at junctions.

    ## Article 3

    Organizations are encouraged to open their inner passages so that pedestrians can pass through.

    This Regulation comes into force on 1 May 2020.

    """),
  FileChange(
    "regulations/qingshi/notes/1.zh.md",
    """
    ---
    topics: []
    ---

    ## 白话

    这一条说条例为什么制定：让人走得安全、走得舒服。它自己不给任何人派任务，后面两条才说谁做什么。

    """),
  FileChange(
    "regulations/qingshi/notes/1.en.md",
    """
    ---
    ---

    ## In plain words

    The article says why the regulation was made: so that people can walk in safety and comfort. It gives nobody a task; the two articles after it say who does what.

    """),
  FileChange(
    "regulations/qingshi/notes/2.zh.md",
    """
    ---
    topics: [footways]
    ---

    ## 白话

    这一条给管路的部门派了两件事：人行道要平，路口要有过街的设施。过街设施可以是斑马线、天桥或者地道，条文没有挑一种。

    ## 谁来做

    道路管理部门：**应当**做这两件事。

    ## 举个例子

    学校门口的人行道缺了几块砖，轮椅过不去。按[](qingshi/2#p1-i1)，道路管理部门**应当**把它修平。

    ## 没有说的

    多久之内修好、没有修好怎么办，这一条没有写。

    """),
  FileChange(
    "regulations/qingshi/notes/2.en.md",
    """
    ---
    ---

    ## In plain words

    The article gives the road departments two tasks: footways are to be even, and junctions are to have a way to cross. That can be a zebra crossing, a bridge or a tunnel; the text does not choose.

    ## Who does what

    Road administration departments **must** do both.

    ## For example

    Some bricks are missing from the footway at a school gate, and a wheelchair cannot pass. Under [](qingshi/2#p1-i1) the road administration department **must** make it even.

    ## What it does not say

    The article does not say how soon the footway is to be mended, or what follows when it is not.

    """),
  FileChange(
    "regulations/qingshi/notes/3.zh.md",
    """
    ---
    topics: []
    ---

    ## 白话

    单位院里有能走的路，条例鼓励打开给大家走。第二款说条例从2020年5月1日起生效。

    ## 谁来做

    单位：鼓励开放内部通道，不是必须。

    ## 没有说的

    哪些单位、几点到几点开放，这一条没有写。

    """),
  FileChange(
    "regulations/qingshi/notes/3.en.md",
    """
    ---
    ---

    ## In plain words

    Where an organization has a way through its grounds, the article encourages it to let people walk there. The second paragraph says that the regulation has been in force since 1 May 2020.

    ## Who does what

    Organizations: encouraged to open their passages, not obliged.

    ## What it does not say

    The article does not say which organizations, or at what hours.

    """),
  FileChange(
    "topics/footways.zh.md",
    """
    ---
    title: 人行道
    order: 10
    criterion: 谁负责，做到什么程度
    ---

    人走的路由谁管、要管成什么样。青石市的规定见[](qingshi/2)。

    """),
  FileChange(
    "topics/footways.en.md",
    """
    ---
    title: Footways
    criterion: who is responsible, and for what
    ---

    Who looks after the way people walk on, and how well. Qingshi’s rule is in [](qingshi/2).

    """),
  FileChange(
    "situations/broken-footway.zh.md",
    """
    ---
    title: 门口的人行道坏了，找谁？
    order: 10
    topics: [footways]
    ---

    找道路管理部门。保持人行道平整是它**应当**做的工作，见[](qingshi/2#p1-i1)。

    """),
  FileChange(
    "situations/broken-footway.en.md",
    """
    ---
    title: The footway at my door is broken. Whom do I ask?
    ---

    Ask the road administration department. It **must** keep footways even: see [](qingshi/2#p1-i1).

    """),
  FileChange(
    "glossary.yml",
    """
    - id: footway
      zh: 人行道
      en: footway
      definition: { zh: 道路上专门给行人走的部分。, en: The part of a road that is kept for people on foot. }

    """),
  FileChange(
    "facts.yml",
    """
    # Facts from outside the texts, each with its source and date, to be cited as [](fact:walking-day).
    # 文本以外的事实，写明出处和日期；引用时写 [](fact:walking-day)。
    #
    # - id: walking-day
    #   title: { zh: 步行日, en: Walking Day }
    #   statement: { zh: 一句话说清楚的事实。, en: The fact in one sentence. }
    #   source: { zh: 谁公布的、文件名称和文号, en: "Who published it, in which document" }
    #   as-of: 2020-01-02

    """),
  FileChange(
    "pages/about.zh.md",
    """
    ---
    title: 关于本站
    ---

    这个网站用一部虚构的法规做示范。换成真的法规：运行 `mingzhi import 文件 --id 名称`，再删去 `content/regulations/qingshi`。

    """),
  FileChange(
    "pages/about.en.md",
    """
    ---
    title: About this site
    ---

    This site is an example with an invented regulation. To put in a real one, run `mingzhi import FILE --id NAME` and remove `content/regulations/qingshi`.

    """),
]
