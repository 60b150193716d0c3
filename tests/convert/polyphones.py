"""Words and sentences whose characters can be read in several ways, and how they are read, written by hand."""

from __future__ import annotations

WORDS = """\
长江 cháng jiāng
长城 cháng chéng
长大 zhǎng dà
长度 cháng dù
校长 xiào zhǎng
行长 háng zhǎng
银行 yín háng
行业 háng yè
行动 xíng dòng
行走 xíng zǒu
步行 bù xíng
重庆 chóng qìng
重复 chóng fù
重要 zhòng yào
重新 chóng xīn
体重 tǐ zhòng
乐器 yuè qì
音乐 yīn yuè
快乐 kuài lè
乐观 lè guān
还书 huán shū
还钱 huán qián
还有 hái yǒu
归还 guī huán
了解 liǎo jiě
为了 wèi le
因为 yīn wèi
作为 zuò wéi
成为 chéng wéi
认为 rèn wéi
行为 xíng wéi
觉得 jué de
睡觉 shuì jiào
感觉 gǎn jué
着急 zháo jí
睡着 shuì zháo
著名 zhù míng
著作 zhù zuò
沉着 chén zhuó
着陆 zhuó lù
得到 dé dào
获得 huò dé
目的 mù dì
的确 dí què
好人 hǎo rén
爱好 ài hào
好奇 hào qí
便宜 pián yi
方便 fāng biàn
首都 shǒu dū
都市 dū shì
都是 dōu shì
大夫 dài fu
大学 dà xué
干净 gān jìng
干部 gàn bù
干燥 gān zào
干活 gàn huó
乾坤 qián kūn
树干 shù gàn
头发 tóu fa
发现 fā xiàn
理发 lǐ fà
发展 fā zhǎn
长发 cháng fà
调查 diào chá
调整 tiáo zhěng
强调 qiáng diào
空调 kōng tiáo
协调 xié tiáo
转身 zhuǎn shēn
传说 chuán shuō
传记 zhuàn jì
自传 zì zhuàn
水浒传 shuǐ hǔ zhuàn
弹琴 tán qín
子弹 zǐ dàn
炸弹 zhà dàn
爆炸 bào zhà
油炸 yóu zhá
教书 jiāo shū
教育 jiào yù
教室 jiào shì
数学 shù xué
数数 shǔ shù
数不清 shǔ bù qīng
相信 xiāng xìn
照相 zhào xiàng
首相 shǒu xiàng
丞相 chéng xiàng
应该 yīng gāi
反应 fǎn yìng
答应 dā ying
应用 yìng yòng
供应 gōng yìng
提供 tí gōng
口供 kǒu gòng
当时 dāng shí
上当 shàng dàng
适当 shì dàng
当作 dàng zuò
中国 zhōng guó
中奖 zhòng jiǎng
中毒 zhòng dú
集中 jí zhōng
空气 kōng qì
有空 yǒu kòng
填空 tián kòng
分别 fēn bié
成分 chéng fèn
过分 guò fèn
处理 chǔ lǐ
到处 dào chù
处于 chǔ yú
好处 hǎo chu
差别 chā bié
出差 chū chāi
差不多 chà bu duō
参差 cēn cī
参加 cān jiā
人参 rén shēn
朝阳 zhāo yáng
朝代 cháo dài
藏书 cáng shū
西藏 xī zàng
宝藏 bǎo zàng
曾经 céng jīng
曾孙 zēng sūn
会计 kuài jì
会议 huì yì
投降 tóu xiáng
下降 xià jiàng
角色 jué sè
角度 jiǎo dù
主角 zhǔ jué
假期 jià qī
真假 zhēn jiǎ
请假 qǐng jià
尽管 jǐn guǎn
尽力 jìn lì
禁止 jìn zhǐ
不禁 bù jīn
劲头 jìn tóu
强劲 qiáng jìng
卷心菜 juǎn xīn cài
试卷 shì juàn
看守 kān shǒu
看见 kàn jiàn
勉强 miǎn qiǎng
强大 qiáng dà
倔强 jué jiàng
量杯 liáng bēi
质量 zhì liàng
测量 cè liáng
落后 luò hòu
丢三落四 diū sān là sì
埋怨 mán yuàn
埋葬 mái zàng
没有 méi yǒu
淹没 yān mò
模样 mú yàng
模型 mó xíng
宁可 nìng kě
安宁 ān níng
胖子 pàng zi
心宽体胖 xīn kuān tǐ pán
奇怪 qí guài
奇数 jī shù
切割 qiē gē
一切 yī qiè
亲切 qīn qiè
曲折 qū zhé
歌曲 gē qǔ
弯曲 wān qū
散步 sàn bù
散文 sǎn wén
扫地 sǎo dì
扫帚 sào zhou
色子 shǎi zi
颜色 yán sè
少年 shào nián
多少 duō shao
舍不得 shě bu de
宿舍 sù shè
什么 shén me
似乎 sì hū
似的 shì de
宿命 sù mìng
星宿 xīng xiù
提防 dī fáng
提高 tí gāo
吐血 tù xiě
吐痰 tǔ tán
鲜血 xiān xuè
兴奋 xīng fèn
高兴 gāo xìng
兴趣 xìng qù
姓名 xìng míng
血液 xuè yè
压力 yā lì
钥匙 yào shi
要求 yāo qiú
要是 yào shì
饮料 yǐn liào
与其 yǔ qí
参与 cān yù
晕车 yùn chē
头晕 tóu yūn
载重 zài zhòng
记载 jì zǎi
千载难逢 qiān zǎi nán féng
占领 zhàn lǐng
占卜 zhān bǔ
涨价 zhǎng jià
正月 zhēng yuè
正确 zhèng què
挣扎 zhēng zhá
扎实 zhā shi
只有 zhǐ yǒu
船只 chuán zhī
种子 zhǒng zi
种植 zhòng zhí
中央 zhōng yāng
子女 zǐ nǚ
组织 zǔ zhī
钻石 zuàn shí
钻研 zuān yán
作坊 zuō fang
琢磨 zuó mo
单于 chán yú
可汗 kè hán
龟兹 qiū cí
吐蕃 tǔ bō
大宛 dà yuān
月氏 yuè zhī
冒顿 mò dú
尉迟 yù chí
番禺 pān yú
铅山 yán shān
六安 lù ān
蚌埠 bèng bù
丽水 lí shuǐ
台州 tāi zhōu
洪洞 hóng tóng
吐鲁番 tǔ lǔ fān
妥帖 tuǒ tiē
字帖 zì tiè
请帖 qǐng tiě
屏息 bǐng xī
屏幕 píng mù
剥削 bō xuē
削皮 xiāo pí
薄弱 bó ruò
薄荷 bò he
自给自足 zì jǐ zì zú
供给 gōng jǐ
给予 jǐ yǔ
关卡 guān qiǎ
卡车 kǎ chē
率领 shuài lǐng
效率 xiào lǜ
绿色 lǜ sè
绿林 lù lín
露面 lòu miàn
暴露 bào lù
车马炮 jū mǎ pào
便利 biàn lì
号叫 háo jiào
号码 hào mǎ
和尚 hé shang
暖和 nuǎn huo
附和 fù hè
和面 huó miàn
荷花 hé huā
负荷 fù hè
横行 héng xíng
蛮横 mán hèng
树行子 shù hàng zi
系鞋带 jì xié dài
关系 guān xi
几乎 jī hū
几何 jǐ hé
济南 jǐ nán
救济 jiù jì
夹克 jiā kè
间接 jiàn jiē
时间 shí jiān
将军 jiāng jūn
将领 jiàng lǐng
结果 jié guǒ
结实 jiē shi
解决 jiě jué
押解 yā jiè
浑身解数 hún shēn xiè shù
校对 jiào duì
学校 xué xiào
圈养 juàn yǎng
圆圈 yuán quān
烙印 lào yìn
勒索 lè suǒ
擂台 lèi tái
累赘 léi zhui
连累 lián lei
积累 jī lěi
疲劳 pí láo
俩人 liǎ rén
笼罩 lǒng zhào
抹布 mā bù
脉脉 mò mò
山脉 shān mài
闷热 mēn rè
蒙古 měng gǔ
启蒙 qǐ méng
难民 nàn mín
困难 kùn nan
灾难 zāi nàn
弄堂 lòng táng
玩弄 wán nòng
迫击炮 pǎi jī pào
铺床 pū chuáng
店铺 diàn pù
瀑布 pù bù
悄悄 qiāo qiāo
悄然 qiǎo rán
翘首 qiáo shǒu
茄子 qié zi
雪茄 xuě jiā
丧失 sàng shī
丧事 sāng shì
塞车 sāi chē
边塞 biān sài
堵塞 dǔ sè
刹车 shā chē
刹那 chà nà
煞车 shā chē
厦门 xià mén
大厦 dà shà
苫布 shàn bù
省略 shěng lüè
反省 fǎn xǐng
石头 shí tou
一石 yī dàn
拾级 shè jí
说服 shuō fú
游说 yóu shuì
缩小 suō xiǎo
拓展 tuò zhǎn
拓片 tà piàn
唯唯诺诺 wéi wéi nuò nuò
尾巴 wěi ba
委蛇 wēi yí
巷道 hàng dào
小巷 xiǎo xiàng
星期 xīng qī
畜牧 xù mù
牲畜 shēng chù
旋转 xuán zhuǎn
旋风 xuàn fēng
咽喉 yān hóu
哽咽 gěng yè
叶公好龙 yè gōng hào lóng
一叶扁舟 yī yè piān zhōu
殷红 yān hóng
殷勤 yīn qín
佣金 yòng jīn
雇佣 gù yōng
熨斗 yùn dǒu
择菜 zhái cài
选择 xuǎn zé
轧钢 zhá gāng
粘贴 zhān tiē
粘连 zhān lián
症结 zhēng jié
症状 zhèng zhuàng
转椅 zhuàn yǐ
的话 de huà
似是而非 sì shì ér fēi
子曰 zǐ yuē
番茄 fān qié
汤匙 tāng chí
停泊 tíng bó
咀嚼 jǔ jué
东西部 dōng xī bù
发射中心 fā shè zhōng xīn
乌龟 wū guī
颇为 pō wéi
"""

SENTENCES = """\
我得走了 wǒ děi zǒu le
他跑得快 tā pǎo de kuài
慢慢地走 màn màn de zǒu
这块地很大 zhè kuài dì hěn dà
全心全意为人民服务 quán xīn quán yì wèi rén mín fú wù
面积为五平方公里 miàn jī wéi wǔ píng fāng gōng lǐ
以他为首 yǐ tā wéi shǒu
银行行长在行走 yín háng háng zhǎng zài xíng zǒu
一只鸟 yī zhī niǎo
他只有一本书 tā zhǐ yǒu yī běn shū
孩子长得很高 hái zi zhǎng de hěn gāo
他看着我 tā kàn zhe wǒ
他还没还书 tā hái méi huán shū
都是为了你 dōu shì wèi le nǐ
他在重庆重新开始 tā zài chóng qìng chóng xīn kāi shǐ
第三行第五个字 dì sān háng dì wǔ gè zì
农民种树 nóng mín zhòng shù
这种树很少 zhè zhǒng shù hěn shǎo
第一卷 dì yī juàn
他教我弹琴 tā jiāo wǒ tán qín
会计参加了会议 kuài jì cān jiā le huì yì
市长和校长 shì zhǎng hé xiào zhǎng
他长期在长沙工作 tā cháng qī zài cháng shā gōng zuò
音乐让人快乐 yīn yuè ràng rén kuài lè
我了解他了 wǒ liǎo jiě tā le
受不了 shòu bù liǎo
朝鲜的朝阳 cháo xiǎn de zhāo yáng
济南市党政代表团 jǐ nán shì dǎng zhèng dài biǎo tuán
京剧里的角色 jīng jù lǐ de jué sè
把被子铺在店铺里 bǎ bèi zi pū zài diàn pù lǐ
这件事很难办 zhè jiàn shì hěn nán bàn
遇到困难和灾难 yù dào kùn nan hé zāi nàn
他觉得该睡觉了 tā jué de gāi shuì jiào le
背着背包 bēi zhe bēi bāo
人行道上的行人 rén xíng dào shàng de xíng rén
几乎每天 jī hū měi tiān
天气暖和 tiān qì nuǎn huo
曹操与刘备 cáo cāo yǔ liú bèi
曾国藩 zēng guó fān
诸葛亮 zhū gě liàng
单于 chán yú
吐蕃 tǔ bō
阿房宫 ē páng gōng
吃得饱 chī de bǎo
得了第一 dé le dì yī
好得很 hǎo de hěn
穿着新衣服 chuān zhe xīn yī fu
衣着朴素 yī zhuó pǔ sù
觉得着急 jué de zháo jí
他倒了杯水 tā dào le bēi shuǐ
为什么 wèi shén me
被称为大师 bèi chēng wéi dà shī
更加高兴 gèng jiā gāo xìng
半夜三更 bàn yè sān gēng
便宜的便当 pián yi de biàn dāng
参差不齐 cēn cī bù qí
降低 jiàng dī
供不应求 gōng bù yìng qiú
应当 yīng dāng
似是而非 sì shì ér fēi
相貌 xiàng mào
中标 zhòng biāo
重重困难 chóng chóng kùn nan
发了财 fā le cái
一发子弹 yī fā zǐ dàn
给他一本 gěi tā yī běn
给养 jǐ yǎng
血淋淋 xiě lín lín
没有的事 méi yǒu de shì
沉没 chén mò
"""


def cases(listed: str) -> list[tuple[str, list[str]]]:
    """Simplified texts, and the reading of each character."""
    parted = (line.partition(" ") for line in listed.splitlines())
    return [(text, readings.split(" ")) for text, _, readings in parted]
