package io.github.auth0jakarta.sample.agent.assistant;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page, for everybody; questions are for those who have logged in. */
@WebServlet("")
public class HomePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("questions", Question.values());
        request.getRequestDispatcher("/WEB-INF/pages/home.jsp").forward(request, response);
    }
}
