"""Where OpenCC's dictionaries choose a form that is not written there, and which one is.

A dictionary has one form for a word, or a character, wherever it stands. These rules look at what stands beside it.
They say what is usual in everyday, news and older prose today, for any text: none of them names a person or a work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.convert.contexts import Contexts
from reader.convert.ruling import Settled

NUMBER = "一二三四五六七八九十百千万数几两半余0-9０-９"

#: Code points before a character that can tell its form.
_REACH = 8


class Usage(NamedTuple):
    """When a character has a form.

    Attributes:
        form: in OpenCC's standard.
        beside: what stands beside it (``Contexts``).
        before: besides, searched in what stands before it, up to there; None if that tells nothing. Such a rule is the
            last of its character.
    """

    form: str
    beside: str
    before: re.Pattern[str] | None = None


def _usage(form: str, beside: str, before: str | None = None) -> Usage:
    return Usage(form, beside, re.compile(f"(?:{before})$") if before else None)


#: What gets dry, and is dry then.
_WET = (
    "衣服|衣裳|裤子?|鞋子?|袜子?|头发|毛巾|床单|油漆|墨迹?|眼泪|泪水?|泪痕|河水?|井水?|池塘|湖水?|嘴唇|嘴巴|喉咙|嗓子|皮肤|"
    "地板|地面|路面|泥土|土壤|汗水?|血迹?|胶水|墙壁?|杯子"
)

#: What is tied to something.
_TIED = "安全带|鞋带|领带|腰带|围巾|围裙|绳|缆|丝带|蝴蝶结"
_TIED_TO = "腰|脖|颈|头上|身上|手上|手腕|树|脚|柱|船|门|一起|马|椅|桩|胸|桅|栏"

#: What a 系 belongs to that is no verb.
_SYSTEMS = (
    "文语学史理院科哲法商医农工数化物生地音美体艺育心政经济筑电机阳河水山派星谱嫡母父世关联维干直支旁语家本该两全各此"
)

#: What stands before a sound of bells, and behind it.
_SOUNDING, _HEARD = "[丁叮咣响钟锣铃鼓声哐啷当]", "[响作地声啷当的了，。！…]"

#: What is played on a stage, with what can stand before it.
_PLAYS = (
    "(?:[好大小老新名古怪丑的]{0,2}(?:(?:现代|古装|历史|爱情|经典|传统|著名|精彩|地方|折子|连台本|独角|木偶|皮影|黄梅|对手|重头|压轴)的?)?"
    "[京昆川越粤豫评沪晋秦汉湘赣徽话歌舞悲喜闹杂正惨哑丑短戏活]?[戏剧]|[\u3400-\u9fff]{2}地方戏)(?![院团楼园台棚班场社校曲迷服票称言装])"
)

#: By character, in the order in which they are asked.
_USAGES: dict[str, tuple[Usage, ...]] = {
    # What is written nowhere today: 孃, 衚衕, 絃 and 譭.
    "娘": (_usage("娘", ""),),
    "胡": (_usage("胡", "(?=同)"),),
    "同": (_usage("同", "(?<=胡同)"),),
    "弦": (_usage("弦", ""),),
    "毁": (_usage("毀", "(?<=诋毁)|(?=谤|誉)"),),
    "岩": (_usage("岩", ""),),
    # So it is written in seven of eight places in Taiwan.
    "了": (_usage("了", "(?=解)"),),
    "占": (_usage("占", "(?<=拜占)"),),
    "霉": (_usage("霉", "(?![菌素浆])"),),
    "克": (_usage("克", "(?=制)"),),
    "家": (_usage("家", "(?=具)|(?<=[一二两三四五六七八九十几多]家)(?=私)"),),
    "具": (_usage("具", "(?<=家具)"),),
    "私": (_usage("私", "(?<=[一二两三四五六七八九十几多]家私)"),),
    "哄": (_usage("哄", "(?<=一哄)(?=而)|(?=[然堂笑])"),),
    "向": (_usage("向", "(?=者)"),),
    # What is forbidden (不准入內) is not inexact (不準).
    "准": (_usage("准", "(?<=不准)(?=[\u3400-\u9fff])(?![确时备的了])"),),
    # What is restored (回復原狀) is no reply (回覆).
    "复": (
        _usage(
            "復",
            "(?<=回复)(?=[原权健青职领]|到|之可能|条例|资格|平静|正常|名誉|损害|国籍|秩序|体力)"
            "|(?<=回复)(?=知觉|意识|神志|公务|戒严|或金钱)",
        ),
    ),
    # Only who is pressed into service is a 伕; who tows a ship is a 縴夫.
    "夫": (_usage("夫", "(?<=[车轿马挑脚纤樵渔农船]夫)"),),
    "纤": (_usage("縴", "(?=[夫绳])"),),
    # No clock and no minute is a cup.
    "钟": (_usage("鍾", "(?<=南京钟)(?=山)"), _usage("鐘", "(?<=[分秒刻时点闹警敲古座口挂撞晨]钟)(?![情爱灵馗])"),),
    # It is a dynasty that ends, not a week, where kings and states are spoken of.
    "周": (
        _usage("周", "(?=[初末][^。！？\n]{0,8}(?:诸侯|列国|七国|六国|战国|春秋时|天子|王室|秦[国朝汉灭]))"),
        _usage("周", "(?<=[东西商殷宗]周)(?=[初末])"),
        _usage("週", "(?<!圆周)(?=线图)"),
    ),
    "里": (
        _usage("里", "(?<![这那哪家屋城心]里)(?=村(?![民里子庄人口外头]))"),
        _usage("里", "(?<=平方里)|(?<=[归还]田里)|(?<=[百千万]里)(?![面头边间手弄屋])"),
        _usage("里", f"(?<=[{NUMBER}]里)(?=[外远路]|以[外内]|之[外遥])"),
        _usage("裏", "(?<=[在从到向往进大深苦下掉跳投雪云林人花火书血]海里)(?![程数哩])"),
        _usage("裏", "(?<=[间屋厅室箱盒袋柜锅碗桶厨]里)(?![弄程长村许])"),
        _usage("裏", "(?<=[楼过走通隧巷街管河水渠航人跑车地坑]道里)|(?<=[新旧故邻民]居里)(?![夫弄])"),
    ),
    "只": (
        _usage("隻", f"(?<=[{NUMBER}每这那哪]只)(?=[，。、；：！？）」”\\s])"),
        _usage("隻", "(?<=[一两几]只只)|(?<=十只)(?=[船鸡鸭鹅羊牛狗猫鸟箱])"),
        _usage("只", f"(?<![{NUMBER}每这那哪船舰]只)(?=[剩有能会要是好得怕想见用因愿])|(?<=[船舰]只)(?=剩)"
            "|(?<=是只)(?=[讲说看听做顾管求给让在为对把从靠买吃走写问谈])"),
    ),
    "干": (
        _usage("干", "(?<=[不何]干)(?=[我你他她咱臣汝吾][^，。]{0,3}事|事)"),
        _usage("乾", "(?<=[晒晾烘擦吹烤榨抹拭舔拧沥]干)(?![部预涉扰什活事])"),
        _usage("乾", "(?=柿|香菇|辣椒|木耳|玫瑰|花瓣|树[叶枝])"),
        _usage("乾", "(?=了?(?:这|那|一|三|两|几|此)?杯)(?<!才干)"),
        _usage("幹", "(?<![晒晾烘擦吹烤饼]干)(?=的[事活]|[重粗累脏农杂苦轻]活|点[什啥儿活事]|什么|啥|活)"),
        _usage("幹", "(?<=[人我你他她们谁所能该要想]干)(?=的)"),
        _usage("幹", "(?<=白干)(?=[了啊吗一]|活)|(?<=一干)(?=就是?|了|到|几|[0-9０-９])"),
        _usage(
            "乾",
            "(?![部预涉扰什活事啥吗嘛警劲掉得流线道渠沙])",
            f"(?:{_WET})(?:都|已经?|还|全|快|也|就|没有?|不|未|早|很|太|有[点些]|变|又|完全|尚未){{0,2}}",
        ),
    ),
    "面": (
        _usage("面", "(?<=[官人你我他她众老]面)(?=皮)|(?<=票面)(?=价)"),
        _usage("麪", "(?<=下面)(?=条)|(?<=[吃煮碗份盘]素面)"),
    ),
    "系": (
        # Is, where no department, family or system is.
        _usage("係", f"(?<![{_SYSTEMS}]系)(?=[由指因属经乘]|以(?![长绳丝红])|履行|基于|根据|按照|为了|出于)"),
        _usage("繫", f"(?=在(?:{_TIED_TO}))|(?=[好紧上牢住着]{{0,2}}(?:{_TIED}))"),
        _usage("係", "(?<=[，、者示其均乃即皆原盖]系)(?=[在专为对依履就])"),
    ),
    "制": (
        _usage("制", "(?<=[改编]制)(?=[为成后前，。])"),
        _usage("製", "(?<=[胶石木竹铜铁钢瓷陶塑骨玉藤革炒熬卤]制)(?![度约裁服])"),
        _usage("製", "(?<=自制)(?=的(?!能力|力)|[炸土火武弹面美蛋果香酱酒糕点工枪飞])"),
    ),
    # What is left of a number, not who.
    "余": (_usage("餘", "(?<=[0-9０-９]余)"),),
    "后": (_usage("後", f"(?<=[{NUMBER}]天后)"),),
    "历": (
        _usage("歷", "(?<=[日年]历)(?=时[0-9０-９一二三四五六七八九十两多近达约数])"),
        _usage("曆", "(?<=[依按]历)(?=计|推)|(?<=以历)(?=定|计)"),
    ),
    "折": (_usage("折", "(?=合(?![起上门椅床尺]))"),),
    "扎": (_usage("紮", "(?=住)"),),
    "几": (
        _usage("几", "(?<=[伏隐凭矮]几)(?![个次天分年月])|(?<=短几)(?=[矮案榻])|(?=[席榻])"),
        _usage("幾", "(?<=条几)(?=[十百千万个])"),
    ),
    "个": (_usage("個", f"(?<=[{NUMBER}这那每某]个)(?=旧)"),),
    "舍": (_usage("舍", "(?<=[宫茅馆寝邻寓庐草寒精官校田屋旅客农敝]舍)(?![不弃身命得去])"),),
    "岳": (_usage("岳", "(?=[父母丈家婿])"),),
    # Who is sleepy, not in trouble.
    "困": (
        _usage("困", "(?=乏)"),
        _usage("睏", "(?<![被受围所遭]困)(?=了(?:就|便|想|要|[，。！吧啊])|得[睁要不直])"),
        _usage("睏", "(?<=[好很真太犯又发]困)(?![难境苦惑扰住局窘乏顿厄守倦])"),
    ),
    "丑": (_usage("丑", "(?<=[子乙丁己辛癸]丑)(?![陋恶态闻化事])|(?=[时牛寅])"),),
    "表": (_usage("錶", "(?<=[戴修怀]表)(?!一道)(?![示现明达面情决格演彰白单姐哥弟妹率态叔侄])"),),
    "蒙": (_usage("蒙", "(?<=被蒙)(?=在鼓)|(?=头)"),),
    "并": (_usage("並", "(?<![合归兼吞裁]并)(?=为)|(?<![\u3400-\u9fff]并)(?=[到成在将从把对向])"),),
    "团": (_usage("糰", "(?<=饭团)(?![长队员体伙购聚圆])"),),
    "回": (_usage("回", "(?=[归音])"),),
    "游": (
        _usage("遊", "(?<=[一二三半几两0-9][日天]游)"),
        _usage("游", "(?<=[鳞鱼鸭鹅]游)(?![戏客览乐玩艇])"),
        _usage("游", "(?<![旅春秋郊畅周云漫巡出同神导壮遨梦闲浪夜远外]游)(?=[去向](?!处))"),
        _usage("游", "(?<=[上中下]游)(?![览客玩艺戏行历记人荡走园船击街乐逛])"),
        _usage("游", "(?<=[水河海湖池江]里游)(?![客览人船艇戏乐行])|(?=上岸|过河|到对岸|向对岸|回岸)"),
    ),
    # Plays are counted by it.
    "出": (
        _usage("齣", f"(?<=[{NUMBER}这那哪每本整全首]出)(?={_PLAYS})|(?<=一出)(?=一出的)|(?<=一出一出)(?=的)"),
        _usage("出", "(?<![唱演看听排这那本每第了过]一出)(?<=一出)(?!租)"),
    ),
    # What is drawn by lot is a 籤; what is written under something is not.
    "签": (
        _usage("簽", "(?<![抽牙竹求书标题灵神红绿]签)(?=[过了下好完着个]|同意|协议|合[约同]|保密|一份|[到收]|名|字)"),
    ),
    "背": (_usage("背", "(?=[着负起了])"),),
    "发": (
        _usage("髮", "(?<=披头散发)|(?<=[跣足去冠]散发)|(?<=散发)(?=[跣披仗覆垂])"),
        _usage("髮", "(?<=[理剃烫染洗]了发)(?![现言表展出明生])"),
        _usage("髮", "(?<=[截削祝]发)(?=为|[，。]|出家)"),
    ),
    "当": (
        _usage("當", "(?<=(?:顺顺|妥妥|稳稳|满满|停停)当)|(?<=(?:顺顺当|妥妥当|稳稳当|满满当|停停当)当)"),
        _usage("噹", "(?=当地?作?响)|(?<=当当)(?=地?作?响)"),
        # What a bell does is heard; where nothing sounds it is a name.
        _usage("當", f"(?<!{_SOUNDING}当)(?=当(?!{_HEARD}))|(?<!{_SOUNDING}当当)(?<=当当)(?!{_HEARD})"),
    ),
    "冲": (_usage("沖", "(?=[水洗凉泡刷茶澡]|马桶|咖啡|奶粉)"),),
    "云": (_usage("云", "(?<=[古圣前后]人云)(?![亦彩雾端])"),),
}  # fmt: skip

_CONTEXTS = Contexts({character: [(usage, usage.beside) for usage in usages] for character, usages in _USAGES.items()})


def always(text: str) -> Iterator[Settled]:
    """Places of a simplified text that are settled whatever the dictionaries have."""
    for start, (form, _, before) in _CONTEXTS.find(text):
        if before is None or before.search(text, max(0, start - _REACH), start):
            yield Settled(start, start + 1, form, "usage", is_standard=True)
