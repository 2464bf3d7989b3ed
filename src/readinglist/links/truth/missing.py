"""What pages that are not there call themselves, by language: whole sayings, and the words that stand around them."""

from __future__ import annotations

SAYINGS: dict[str, str] = {
    "en": """
        not found / page not found / file not found / article not found / document not found / post not found
        content not found / resource not found / project not found / item not found / object not found
        url not found / link not found / video not found / entry not found / site not found / nothing found
        nothing here / nothing to see here / no such page / no such file / no such file or directory
        page does not exist / does not exist / doesn t exist / page doesn t exist / no longer exists
        page no longer exists / no longer available / is unavailable / page unavailable / content unavailable
        not available / page isn t available / isn t available / is not available / video unavailable
        could not be found / couldn t be found / can t be found / cannot be found / can not be found
        was not found / wasn t found / we couldn t find / we could not find / we can t find / can t find
        doesn t seem to exist / does not seem to exist / there s nothing here / there is nothing here
        there isn t a github pages site here / no results found / not be located / could not be located
        page missing / missing page / page removed / has been removed / has been deleted / was deleted
        page deleted / content removed / page gone
        page expired / has expired / broken link / dead link / invalid url / invalid link / bad url / object moved
    """,
    "de": """
        seite nicht gefunden / nicht gefunden / wurde nicht gefunden / konnte nicht gefunden werden
        seite existiert nicht / existiert nicht / existiert nicht mehr / existiert leider nicht / nicht verfügbar
        nicht mehr verfügbar / wurde gelöscht / wurde entfernt / nicht vorhanden / datei nicht gefunden
        seite nicht vorhanden / artikel nicht gefunden / ist nicht verfügbar / nichts gefunden
    """,
    "fr": """
        page introuvable / introuvable / page non trouvée / non trouvée / non trouvé / page inexistante / n existe pas
        n existe plus / n est pas disponible / n est plus disponible / n a pas été trouvée / est introuvable
        a été supprimée / contenu introuvable / fichier introuvable / article introuvable / rien trouvé
    """,
    "es": """
        página no encontrada / no encontrada / no encontrado / no se ha encontrado / no se encontró / no se encuentra
        no existe / ya no existe / no está disponible / ya no está disponible / ha sido eliminada / no disponible
        no se ha podido encontrar / no hemos encontrado / archivo no encontrado / contenido no encontrado
    """,
    "pt": """
        página não encontrada / não encontrada / não encontrado / não foi encontrada / não existe / já não existe
        não está disponível / não disponível / foi removida / conteúdo não encontrado / não foi possível encontrar
    """,
    "it": """
        pagina non trovata / non trovata / non trovato / non è stata trovata / non esiste / non esiste più
        non disponibile / non è disponibile / non è più disponibile / è stata rimossa / impossibile trovare
    """,
    "nl": """
        pagina niet gevonden / niet gevonden / is niet gevonden / kan niet worden gevonden / bestaat niet
        bestaat niet meer / niet bestaat
        niet beschikbaar / niet meer beschikbaar / kon niet worden gevonden / werd niet gevonden
    """,
    "sv": """
        sidan kunde inte hittas / sidan hittades inte / hittades inte / kunde inte hittas / sidan finns inte
        finns inte
        finns inte längre / kan inte hittas / hittar inte sidan
    """,
    "da": """
        siden blev ikke fundet / siden findes ikke / findes ikke / blev ikke fundet / ikke fundet
        kunne ikke findes
    """,
    "no": """
        siden ble ikke funnet / siden finnes ikke / finnes ikke / ble ikke funnet / ikke funnet
        fant ikke siden
    """,
    "fi": "sivua ei löytynyt / sivua ei löydy / ei löytynyt / ei löydy / sivua ei ole / ei ole olemassa",
    "pl": """
        nie znaleziono strony / nie znaleziono / strona nie istnieje / nie istnieje / nie została znaleziona
        strona nie została znaleziona / nie ma takiej strony / jest niedostępna / nie odnaleziono strony
    """,
    "cs": """
        stránka nenalezena / nenalezena / nebyla nalezena / stránka neexistuje / neexistuje / nenalezeno
        stránka sa nenašla
    """,
    "hu": """
        az oldal nem található / nem található / oldal nem található / nem létezik
        a keresett oldal nem található
    """,
    "ro": "pagina nu a fost găsită / nu a fost găsită / nu există / pagină negăsită / pagina nu există",
    "tr": "sayfa bulunamadı / bulunamadı / mevcut değil / sayfa mevcut değil / böyle bir sayfa yok",
    "ru": """
        страница не найдена / не найдена / не найден / не найдено / не существует / страница не существует
        такой страницы нет / страница удалена / была удалена / страница недоступна / файл не найден
    """,
    "uk": "сторінку не знайдено / не знайдено / сторінка не знайдена / не існує / сторінки не існує",
    "el": "η σελίδα δεν βρέθηκε / δεν βρέθηκε / δεν υπάρχει / η σελίδα δεν υπάρχει",
    "ja": """
        ページが見つかりません / ページが見つかりませんでした / ページは見つかりません / ページは見つかりませんでした
        見つかりませんでした / 見つかりません / 存在しません / ページが存在しません / ページは存在しません
        ページがありません / 削除されました / ページが見つからない / アクセスできません
    """,
    "zh": """
        页面不存在 / 页面未找到 / 页面没有找到 / 找不到页面 / 找不到该页面 / 网页不存在 / 不存在 / 未找到 / 找不到
        无法找到页面 / 页面找不到 / 内容不存在 / 文章不存在 / 已被删除 / 已删除 / 该页面不存在 / 页面丢失
        頁面不存在 / 找不到頁面 / 找不到網頁 / 網頁不存在 / 無法找到 / 頁面找不到 / 已被刪除 / 沒有找到
    """,
    "ko": """
        페이지를 찾을 수 없습니다 / 찾을 수 없습니다 / 존재하지 않는 페이지입니다
        존재하지 않는 페이지 / 존재하지 않습니다 / 없는 페이지입니다
    """,
    "ar": "الصفحة غير موجودة / غير موجودة / لم يتم العثور على الصفحة / لم يتم العثور / الصفحة غير متوفرة",
    "he": "הדף לא נמצא / העמוד לא נמצא / לא נמצא / אינו קיים / הדף אינו קיים",
    "fa": "صفحه یافت نشد / یافت نشد / پیدا نشد / صفحه پیدا نشد / وجود ندارد",
    "hi": "पृष्ठ नहीं मिला / पेज नहीं मिला / नहीं मिला",
    "vi": "không tìm thấy trang / không tìm thấy / trang không tồn tại / không tồn tại",
    "id": "halaman tidak ditemukan / tidak ditemukan / halaman tidak tersedia",
    "th": "ไม่พบหน้า / ไม่พบหน้าที่คุณต้องการ / ไม่พบหน้านี้ / ไม่พบเพจ",
}

# What may stand beside a saying without making a sentence about something else of it.
AROUND = """
    404 410 1 error errors http code status sorry oops oh no uh whoops hmm
    yikes ooops ups the a this that your our page
    pages file url document content article resource post item link site website product project repository profile
    you are were re looking searching for requested trying to reach view on this server any more anymore longer
    we it has been was is i m afraid but seems like here or moved may have might be we ve that s it s looks
    die diese der das dieser angeforderte angeforderten gesuchte gesuchten seite datei oder verzeichnis leider fehler
    ist wurde tut uns leid sie ihnen von inhalt dokument es mehr nicht
    la le cette page demandée que vous cherchez recherchez désolé erreur oups est demandé ce contenu plus l
    la el esta página que buscas busca buscaba lo sentimos solicitada archivo contenido vaya
    a o esta página que você procura desculpe erro ops solicitada
    la questa pagina che stai cercando richiesta errore spiacenti ci dispiace
    de deze pagina die u zoekt je helaas fout oeps opgevraagde het lijkt erop dat meer
    sidan som du söker tyvärr fel siden leter etter leder efter beklager fejl feil længere lenger
    sivu sivua etsimääsi valitettavasti virhe
    strona której szukasz przepraszamy błąd stránka chyba omlouváme se litujeme
    a keresett az oldal hiba pagina căutată ne pare rău eroare
    aradığınız sayfa üzgünüz hata
    страница ошибка извините к сожалению запрашиваемая запрошенная вы ищете эта такая
    эту сторінка помилка на жаль η σελίδα που σφάλμα λυπούμαστε αναζητάτε
    お探しの 申し訳ございません 申し訳ありません エラー 指定された ご指定の ファイル 記事 ページ は が を この か
    移動しました または 削除された 可能性があります
    抱歉 对不起 對不起 您访问的 您訪問的 您要查找的 您查找的 您要找的 您请求的
    您要的 您 的 该 此 错误 錯誤 啦 了 哦 页面 页
    网页 頁面 網頁 内容 文章 요청하신 죄송합니다 해당 이 오류
    عذرا عذراً خطأ المطلوبة الصفحة التي تبحث عنها שגיאה המבוקש המבוקשת שחיפשת שחיפשתם הדף העמוד متاسفانه خطای مورد نظر
    त्रुटि क्षमा करें rất tiếc lỗi bạn yêu cầu tìm trang này maaf ขออภัย ที่คุณกำลังมองหา ที่คุณต้องการ
"""
